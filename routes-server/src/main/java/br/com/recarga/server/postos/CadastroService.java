package br.com.recarga.server.postos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.server.config.ServerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What an operator says of its points. */
@Service
public class CadastroService {

    private final ServerSettings settings;

    CadastroService(ServerSettings settings) {
        this.settings = settings;
    }

    /** Parameters of the statements that write a point. */
    public static Map<String, Object> parametros(PostoBody posto) {
        String[] graus = posto.localizacao().split(",");
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("posto_id", posto.id());
        parametros.put("nome", posto.nome());
        parametros.put("cidade", posto.cidade());
        parametros.put("uf", posto.uf());
        parametros.put("latitude", Double.valueOf(graus[0]));
        parametros.put("longitude", Double.valueOf(graus[1]));
        parametros.put("potencia_maxima", posto.potenciaMaxima());
        parametros.put("tipo_conector", posto.tipoConector());
        parametros.put("preco_kwh", posto.precoKwh());
        return parametros;
    }

    /** What is doubtful of what an operator says of a point. */
    public static List<ErroCampo> avisos(PostoBody posto) {
        return posto.suspeita().stream()
                .map(esta -> new ErroCampo(esta.campo(), esta.mensagem()))
                .toList();
    }

    /**
     * @param id of the new point; null if it was not written
     * @throws PedidoRecusado if its id is another point's
     */
    public void exigirNovo(PostoBody posto, Integer id) {
        if (id == null) {
            throw new PedidoRecusado(
                    Codigo.POSTO_JA_EXISTE,
                    "O posto %d já existe no servidor %s".formatted(posto.id(), settings.serverId()));
        }
    }
}
