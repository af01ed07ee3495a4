package br.com.recarga.server.manutencao;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Importacao;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Status;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.postos.CadastroService;
import br.com.recarga.server.postos.LeitorDeCsv;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** An operator's CSV, as a request brings it. */
@Service
public class ImportacaoService {

    private final ServerSettings settings;
    private final LeitorDeCsv leitor = new LeitorDeCsv();

    ImportacaoService(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * @param parcial whether the good lines are wanted without the bad ones
     * @throws PedidoRecusado if a line is no point, and not only the good ones are wanted
     */
    Leitura ler(byte[] csv, boolean parcial) throws IOException {
        Leitura leitura = leitor.ler(csv);
        if (!leitura.erros().isEmpty() && !parcial) {
            throw new PedidoRecusado(
                    Codigo.DADOS_INVALIDOS, "Há linhas que não são postos; nada foi importado", leitura.erros());
        }
        return leitura;
    }

    /** Parameters of the statements that write what was read. */
    Map<String, Object> parametros(Leitura leitura) {
        List<Map<String, Object>> postos =
                leitura.postos().stream().map(CadastroService::parametros).toList();
        return Map.of("postos", ContractJson.write(postos));
    }

    Importacao resultado(Leitura leitura, int inseridos, int alterados, int afetadas) {
        return new Importacao(
                Status.SUCESSO,
                Codigo.OK,
                settings.serverId(),
                inseridos,
                alterados,
                leitura.postos().size() - inseridos - alterados,
                afetadas,
                leitura.erros(),
                leitura.avisos());
    }
}
