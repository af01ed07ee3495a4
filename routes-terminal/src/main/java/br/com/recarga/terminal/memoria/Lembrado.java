package br.com.recarga.terminal.memoria;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ViagemBody;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * All that is remembered; what was remembered last comes first.
 *
 * @param carros at most one for each plate
 * @param pendentes requests for trips whose answer has not come
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Lembrado(
        List<Carro> carros, List<ReservaFeita> reservas, List<ViagemFeita> viagens, List<ViagemPedida> pendentes) {

    public Lembrado {
        carros = carros == null ? List.of() : List.copyOf(carros);
        reservas = reservas == null ? List.of() : List.copyOf(reservas);
        viagens = viagens == null ? List.of() : List.copyOf(viagens);
        pendentes = pendentes == null ? List.of() : List.copyOf(pendentes);
    }

    /** A reservation and what is needed to see, change or cancel it. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReservaFeita(
            String reservaId,
            String codigoReserva,
            String serverId,
            Integer postoId,
            String placa,
            OffsetDateTime inicio,
            OffsetDateTime fim) {}

    /** A trip, in the same way. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ViagemFeita(
            String viagemId,
            String codigoReserva,
            String placa,
            String origem,
            String destino,
            OffsetDateTime partida) {}

    /**
     * A request for a trip, as it was sent: sent again with its key, it is the same trip.
     *
     * @param chave the request id
     * @param origem null: unknown
     * @param destino null: unknown
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ViagemPedida(String chave, ViagemBody pedido, String origem, String destino) {}
}
