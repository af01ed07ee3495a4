package br.com.recarga.client.config;

import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of a client.
 *
 * @param clientId becomes part of the reply topics
 * @param prazo how long a caller waits for a server, 1 to 50 s
 * @param intervaloRepeticao after this silence a request is sent again
 * @param maxEmAndamento how many requests may wait at once; a further one is refused
 * @param preReserva how long the servers hold the stops of a trip for us, 10 s to 10 min and more than twice {@code prazo}:
 *     the last server is asked, and the first one hears the confirmation, before its hold lapses
 * @param esperaViagem after this long whoever reserves a trip is told that it is under way, 1 to 55 s: less than the 60 s after
 *     which the HTTP side gives up
 * @param retencaoViagens how long trips are remembered after their end and their last stop, at least 1 day
 * @param servidoresSemPresenca servers that announce nothing, such as the original's, and are asked all the same
 * @param servidoresConhecidos whose presence counts; empty: that of all whom the broker lets announce themselves
 * @param topicos on which kind servers are asked, those without presence excepted, which only hear the shared ones
 */
@Validated
@ConfigurationProperties("recarga")
public record ClientSettings(
        @NotNull @Identificador String clientId,

        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(seconds = 50)
        Duration prazo,

        @DefaultValue("1500ms") @DurationMin(millis = 100) Duration intervaloRepeticao,
        @DefaultValue("4096") @Positive int maxEmAndamento,

        @DefaultValue("60s") @DurationMin(seconds = 10) @DurationMax(minutes = 10)
        Duration preReserva,

        @DefaultValue("45s") @DurationMin(seconds = 1) @DurationMax(seconds = 55)
        Duration esperaViagem,

        @DefaultValue("90d") @DurationMin(days = 1) Duration retencaoViagens,

        @DefaultValue Set<@Identificador String> servidoresSemPresenca,
        @DefaultValue Set<@Identificador String> servidoresConhecidos,
        @DefaultValue("ambos") @NotNull OndePerguntar topicos) {

    /** Whether an event on the shared topics can be believed. */
    public boolean ouveEventosCompartilhados() {
        return topicos.usa(Topicos.COMPARTILHADOS);
    }

    /** Whether any reply can come on the shared topics. */
    public boolean perguntaEmCompartilhados() {
        return ouveEventosCompartilhados() || !servidoresSemPresenca.isEmpty();
    }

    @AssertTrue(message = "RECARGA_PRE_RESERVA deve durar mais que duas vezes RECARGA_PRAZO")
    public boolean isPreReservaMaiorQueDoisPrazos() {
        return prazo == null || preReserva == null || preReserva.compareTo(prazo.multipliedBy(2)) > 0;
    }
}
