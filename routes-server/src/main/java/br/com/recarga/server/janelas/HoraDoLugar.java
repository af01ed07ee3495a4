package br.com.recarga.server.janelas;

import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.platform.database.DatabaseAutoConfiguration;
import br.com.recarga.server.config.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What clocks show where a point stands: that is how times about it are told, wherever its operator or its driver is. */
@Service
public class HoraDoLugar {

    private static final DateTimeFormatter POR_EXTENSO = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final ServerSettings settings;
    private final JdbcClient leitura;
    private final String postoLugar;
    /** As many as there are places of points. */
    private final Map<Coordenadas, ZoneId> fusos = new ConcurrentHashMap<>();

    public HoraDoLugar(ServerSettings settings, @Qualifier(DatabaseAutoConfiguration.LEITURA) DataSource leitura) {
        this.settings = settings;
        this.leitura = JdbcClient.create(leitura);
        this.postoLugar = ler(new ClassPathResource("sql/posto-lugar.sql"));
    }

    private static String ler(Resource statement) {
        try {
            return statement.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zone of the nearest municipality; abroad, the operator's. */
    public ZoneId fuso(Coordenadas lugar) {
        return fusos.computeIfAbsent(lugar, novo -> Fusos.de(novo).orElse(settings.fuso()));
    }

    /** @return the operator's zone if it has no such point */
    public ZoneId fuso(int postoId) {
        return leitura.sql(postoLugar)
                .param("posto_id", postoId)
                .query(Coordenadas.class)
                .optional()
                .map(this::fuso)
                .orElse(settings.fuso());
    }

    public static OffsetDateTime local(Instant instant, ZoneId fuso) {
        return instant.atZone(fuso).toOffsetDateTime();
    }

    /** From how the database keeps it. */
    public static OffsetDateTime local(String stored, ZoneId fuso) {
        return local(Instantes.parse(stored), fuso);
    }

    /** In a sentence, which names the zone where its clocks show another hour than Brasília's. */
    public static String porExtenso(Instant instant, ZoneId fuso) {
        String hora = POR_EXTENSO.format(instant.atZone(fuso));
        return Fusos.mesmaHora(instant, fuso, Fusos.BRASILIA)
                ? hora
                : "%s (%s)".formatted(hora, Fusos.porExtenso(fuso));
    }
}
