package br.com.recarga.server.postos;

import br.com.recarga.contract.JanelaLivre;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.Posto;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.ProximaJanela;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Adds to points when they are next free. */
@Service
public class ProximasJanelasService {

    /** Of what has no end yet, as the database keeps it. */
    private static final String SEM_FIM = "9999-";

    /** Of what began nobody knows when, such as that a point is switched off: it is shown as taken from now on. */
    private static final String SEM_INICIO = "0000-";

    private final Clock clock;

    ProximasJanelasService(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code postos-ocupados.sql}: from the first of these points to the last. */
    public Map<String, Object> parametros(List<Posto> postos) {
        Instant agora = agora();
        Map<String, Object> parametros =
                new HashMap<>(new JanelaDefinida(agora, agora.plus(ProximaJanela.HORIZONTE)).parametros(agora));
        IntSummaryStatistics ids = postos.stream().mapToInt(Posto::id).summaryStatistics();
        parametros.put("primeiro", ids.getMin());
        parametros.put("ultimo", ids.getMax());
        return parametros;
    }

    public List<Posto> juntar(List<Posto> postos, List<OcupadoRegistro> ocupados) {
        Map<Integer, List<JanelaDefinida>> porPosto = ocupados.stream()
                .collect(Collectors.groupingBy(
                        OcupadoRegistro::postoId,
                        Collectors.mapping(
                                row -> new JanelaDefinida(Instantes.parse(row.inicio()), Instantes.parse(row.fim())),
                                Collectors.toList())));
        Instant agora = agora();
        return postos.stream()
                .map(posto ->
                        posto.withProximaJanela(ProximaJanela.de(porPosto.getOrDefault(posto.id(), List.of()), agora)
                                .map(livre -> mostrar(livre, fuso(posto)))
                                .orElse(null)))
                .toList();
    }

    /** The points with when they are taken; who has them is told to nobody. */
    public List<Posto> comAgenda(List<Posto> postos, List<OcupadoRegistro> ocupados) {
        Map<Integer, List<OcupadoRegistro>> porPosto =
                ocupados.stream().collect(Collectors.groupingBy(OcupadoRegistro::postoId));
        return postos.stream()
                .map(posto -> posto.withOcupado(porPosto.getOrDefault(posto.id(), List.of()).stream()
                        .map(row -> ocupada(row, fuso(posto)))
                        .toList()))
                .toList();
    }

    private static ZoneId fuso(Posto posto) {
        return ZoneId.of(posto.fuso());
    }

    private JanelaOcupada ocupada(OcupadoRegistro row, ZoneId fuso) {
        return new JanelaOcupada(
                row.inicio().startsWith(SEM_INICIO)
                        ? HoraDoLugar.local(agora(), fuso)
                        : HoraDoLugar.local(row.inicio(), fuso),
                row.fim().startsWith(SEM_FIM) ? null : HoraDoLugar.local(row.fim(), fuso));
    }

    private static JanelaLivre mostrar(ProximaJanela.Livre livre, ZoneId fuso) {
        return new JanelaLivre(
                HoraDoLugar.local(livre.inicio(), fuso),
                livre.fim() == null ? null : HoraDoLugar.local(livre.fim(), fuso));
    }

    private Instant agora() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
