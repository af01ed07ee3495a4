package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;

/** What a client tells those who listen at {@code GET /eventos}; the record is the event's {@code data}. */
public sealed interface Novidade {

    /** The event's name. */
    String evento();

    /** A point is not as it was: the fields of a point in {@code GET /postos} that change by themselves. */
    @WireFormat
    record Ponto(Integer id, String serverId, Boolean disponivel, Boolean emManutencao, OffsetDateTime timestamp)
            implements Novidade {

        public static Ponto de(PontoStatus status) {
            return new Ponto(
                    status.pontoId(),
                    status.serverId(),
                    status.disponivel(),
                    status.emManutencao(),
                    status.timestamp());
        }

        @Override
        public String evento() {
            return "posto";
        }
    }

    /** A server has come or gone. */
    record Servidor(@JsonValue ServidorStatus status) implements Novidade {

        @Override
        public String evento() {
            return "servidor";
        }
    }

    /**
     * A server that announces nothing, as the original's: how it is when somebody begins to listen.
     *
     * @param status absent: it was not asked yet
     * @param timestamp when it last answered or was silent
     */
    @WireFormat
    record ServidorSemPresenca(
            String serverId, ServidorStatus.Presenca status, OffsetDateTime timestamp, boolean semPresenca)
            implements Novidade {

        @Override
        public String evento() {
            return "servidor";
        }
    }

    /**
     * What became of a reservation without its driver's doing, and nothing that would tell strangers about the driver. Not the
     * id of its trip either: at a server, whoever has that may cancel the trip.
     */
    @WireFormat
    record DaReserva(
            String reservaId, String serverId, Integer postoId, Situacao situacao, Autor por, OffsetDateTime timestamp)
            implements Novidade {

        public static DaReserva de(ReservaEvento evento) {
            return new DaReserva(
                    evento.reservaId(),
                    evento.serverId(),
                    evento.postoId(),
                    evento.situacao(),
                    evento.por(),
                    evento.timestamp());
        }

        @Override
        public String evento() {
            return "reserva";
        }
    }

    /**
     * A point for which somebody waits was given back. Who that is only he knows, by the id of his wait.
     *
     * @param inicio from when on it is free
     * @param fim until when it is; absent: nothing is marked after it
     */
    @WireFormat
    record Vaga(
            String esperaId,
            String serverId,
            Integer postoId,
            OffsetDateTime inicio,
            OffsetDateTime fim,
            OffsetDateTime timestamp)
            implements Novidade {

        @Override
        public String evento() {
            return "vaga";
        }
    }

    /** Nothing but that the client is there, for whoever would else not notice that nothing reaches him any more. */
    @WireFormat
    record Pulso() implements Novidade {

        @Override
        public String evento() {
            return "pulso";
        }
    }

    /** Whether the client has its broker: without it, it knows no more than before. */
    record Broker(boolean conectado) implements Novidade {

        @Override
        public String evento() {
            return "broker";
        }
    }
}
