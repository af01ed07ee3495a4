package br.com.recarga.server.postos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Which points a driver is shown. */
@Service
public class PostosService {

    private static final int ALTERNATIVAS = 5;

    /** Instants are kept in whole seconds, so the present is a window of one. */
    private static final Duration AGORA = Duration.ofSeconds(1);

    private final ServerSettings settings;
    private final Janelas janelas;
    private final HoraDoLugar horas;
    private final Clock clock;

    PostosService(ServerSettings settings, Janelas janelas, HoraDoLugar horas, Clock clock) {
        this.janelas = janelas;
        this.horas = horas;
        this.settings = settings;
        this.clock = clock;
    }

    /** Parameters of {@code postos-listar.sql}: the window asked for, or the present second, and the part. */
    public Map<String, Object> parametros(PostosRequest request) {
        Instant agora = Instant.now(clock);
        return ParteDaLista.de(request)
                .com(janelas.definir(request, agora, AGORA).parametros(agora));
    }

    /** Parameters of {@code postos-listar.sql}: this window, all points. */
    public Map<String, Object> naJanela(JanelaDefinida janela) {
        return ParteDaLista.TODOS.com(janela.parametros(Instant.now(clock)));
    }

    /** Parameters of {@code posto-buscar.sql}: one point, with its availability in the present second. */
    public Map<String, Object> procurado(int postoId) {
        Instant agora = Instant.now(clock);
        Map<String, Object> parametros =
                new HashMap<>(JanelaDefinida.agora(agora).parametros(agora));
        parametros.put("posto_id", postoId);
        return parametros;
    }

    /**
     * The point as drivers see it.
     *
     * @param posto null if there is none with this id
     */
    public Posto mostrar(int postoId, PostoRegistro posto) {
        if (posto == null) {
            throw inexistente(postoId);
        }
        return mostrar(posto);
    }

    /** The refusal of a point that is not there. */
    public PedidoRecusado inexistente(int postoId) {
        return new PedidoRecusado(
                Codigo.POSTO_INEXISTENTE,
                "O posto %d não existe no servidor %s".formatted(postoId, settings.serverId()));
    }

    /** Those that are asked for, of those that were read. */
    public List<Posto> listar(PostosRequest request, List<PostoRegistro> lidos) {
        return ParteDaLista.de(request).desta(lidos).stream()
                .filter(posto -> request.disponivel() == null || request.disponivel() == posto.disponivel())
                .filter(posto ->
                        request.tipoConector() == null || request.tipoConector().equals(posto.tipoConector()))
                .map(this::mostrar)
                .toList();
    }

    private Posto mostrar(PostoRegistro posto) {
        return posto.mostrar(horas.fuso(posto.lugar()));
    }

    /**
     * The free points with the plug that is needed that are nearest to one that is not, at most five.
     *
     * @param conectores that fit the car; null: the point's
     * @param postos all points of this server; none is near to one that is not there
     */
    public List<Posto> alternativas(int ocupado, List<String> conectores, List<PostoRegistro> postos) {
        return postos.stream()
                .filter(posto -> posto.id() == ocupado)
                .findFirst()
                .map(posto -> alternativas(
                        ocupado,
                        posto.latitude(),
                        posto.longitude(),
                        conectores == null ? List.of(posto.tipoConector()) : conectores,
                        postos))
                .orElse(List.of());
    }

    /**
     * The same for a point of which no more is known.
     *
     * @param latitude decimal degrees (WGS 84)
     * @param longitude decimal degrees (WGS 84)
     * @param conectores that fit the car
     */
    public List<Posto> alternativas(
            int ocupado, double latitude, double longitude, List<String> conectores, List<PostoRegistro> postos) {
        return postos.stream()
                .filter(posto ->
                        posto.disponivel() && posto.id() != ocupado && conectores.contains(posto.tipoConector()))
                .map(posto -> mostrar(posto).withDistanciaKm(posto.distanciaKm(latitude, longitude)))
                .sorted(Comparator.comparing(Posto::distanciaKm).thenComparing(Posto::id))
                .limit(ALTERNATIVAS)
                .toList();
    }
}
