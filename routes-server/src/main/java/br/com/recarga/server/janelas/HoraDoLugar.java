package br.com.recarga.server.janelas;

import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.server.config.ServerSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** What clocks show where a point stands: that is how times about it are told, wherever its operator or its driver is. */
@Service
public class HoraDoLugar {

    private static final DateTimeFormatter POR_EXTENSO = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final ServerSettings settings;
    /** As many as there are places of points. */
    private final Map<Coordenadas, ZoneId> fusos = new ConcurrentHashMap<>();

    public HoraDoLugar(ServerSettings settings) {
        this.settings = settings;
    }

    /** The zone of the nearest municipality; abroad, the operator's. */
    public ZoneId fuso(Coordenadas lugar) {
        return fusos.computeIfAbsent(lugar, novo -> Fusos.de(novo).orElse(settings.fuso()));
    }

    public static OffsetDateTime local(Instant instant, ZoneId fuso) {
        return instant.atZone(fuso).toOffsetDateTime();
    }

    /** From how the database keeps it; null stays null. */
    public static OffsetDateTime local(String stored, ZoneId fuso) {
        return stored == null ? null : local(Instantes.parse(stored), fuso);
    }

    /** In a sentence, which names the zone where its clocks show another hour than Brasília's. */
    public static String porExtenso(Instant instant, ZoneId fuso) {
        String hora = POR_EXTENSO.format(instant.atZone(fuso));
        return Fusos.mesmaHora(instant, fuso, Fusos.BRASILIA)
                ? hora
                : "%s (%s)".formatted(hora, Fusos.porExtenso(fuso));
    }
}
