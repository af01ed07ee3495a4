package br.com.recarga.server.postos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Importacao;
import br.com.recarga.platform.erros.PedidoRecusado;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** An operator's CSV, as a request brings it. */
@Service
public class ImportacaoService {

    /** The most lines that are told as wrong. */
    static final int MAX_ERROS = 100;

    private static final String BOM = "\uFEFF";

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
        Leitura leitura = leitor.ler(new StringReader(texto(csv)));
        List<ErroCampo> erros = resumir(leitura.erros());
        if (!erros.isEmpty() && !parcial) {
            throw new PedidoRecusado(Codigo.DADOS_INVALIDOS, "Há linhas que não são postos; nada foi importado", erros);
        }
        return new Leitura(leitura.postos(), erros);
    }

    /** Parameters of the statements that write what was read. */
    Map<String, Object> parametros(Leitura leitura) throws JsonProcessingException {
        return Map.of(
                "postos",
                ContractJson.mapper()
                        .writeValueAsString(leitura.postos().stream()
                                .map(CadastroService::parametros)
                                .toList()));
    }

    Importacao resultado(Leitura leitura, int inseridos, int alterados, int afetadas) {
        return new Importacao(
                settings.serverId(),
                inseridos,
                alterados,
                leitura.postos().size() - inseridos - alterados,
                afetadas,
                leitura.erros());
    }

    private static String texto(byte[] csv) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            // spreadsheets begin with one
            return text.startsWith(BOM) ? text.substring(BOM.length()) : text;
        } catch (CharacterCodingException notUtf8) {
            throw PedidoRecusado.campo("corpo", "deve estar em UTF-8");
        }
    }

    private static List<ErroCampo> resumir(List<ErroCampo> erros) {
        if (erros.size() <= MAX_ERROS) {
            return erros;
        }
        List<ErroCampo> first = new ArrayList<>(erros.subList(0, MAX_ERROS));
        first.add(new ErroCampo("linhas", "há mais %d com erro".formatted(erros.size() - MAX_ERROS)));
        return first;
    }
}
