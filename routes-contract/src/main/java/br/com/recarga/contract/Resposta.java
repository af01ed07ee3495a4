package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The one shape of a reply, over MQTT and as the body of an HTTP answer: the original's {@code request_id}, {@code status}
 * and {@code mensagem}, our {@code codigo}, then what the use case adds. Absent fields are left out of the JSON.
 *
 * @param requestId of the request; absent only when the request had none that could be read
 * @param erros with {@link Codigo#DADOS_INVALIDOS}: every field that is wrong
 * @param alternativas with {@link Codigo#POSTO_OCUPADO} and {@link Codigo#POSTO_EM_MANUTENCAO}: free points of the same server and window, nearest first
 * @param reservaId begins with its server's id, so that any client knows whom to ask
 * @param codigoReserva unguessable; whoever reserves needs it to read, change or cancel
 * @param fuso the IANA zone of the point's place, by whose clocks the window is told
 * @param chegarAte of a reservation that waits for its car: until when
 * @param termos of a reservation: what was agreed
 * @param paradas of a trip: what became of each stop at this server
 */
@WireFormat
public record Resposta(
        String requestId,
        Status status,
        Codigo codigo,
        String mensagem,
        String serverId,
        List<ErroCampo> erros,
        List<Posto> alternativas,
        String reservaId,
        String codigoReserva,
        Integer postoId,
        String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        String fuso,
        Situacao situacao,
        OffsetDateTime chegarAte,
        Termos termos,
        String viagemId,
        List<ParadaResposta> paradas) {

    /** A refusal without fields of its own. */
    public static Resposta erro(String requestId, String serverId, Codigo codigo, String mensagem) {
        return de(requestId, serverId, codigo, mensagem).build();
    }

    /** A refusal that names the fields that are wrong. */
    public static Resposta erro(
            String requestId, String serverId, Codigo codigo, String mensagem, List<ErroCampo> erros) {
        return de(requestId, serverId, codigo, mensagem).erros(erros).build();
    }

    /** An answer to which the use case adds its fields; {@code status} follows from {@code codigo}. */
    public static Builder de(String requestId, String serverId, Codigo codigo, String mensagem) {
        return new Builder(requestId, serverId, codigo, mensagem);
    }

    /** The same answer to somebody else's question. */
    public Resposta comRequestId(String id) {
        Builder same = de(id, serverId, codigo, mensagem)
                .erros(erros)
                .alternativas(alternativas)
                .reserva(reservaId, codigoReserva)
                .posto(postoId)
                .placa(placa)
                .janela(inicio, fim)
                .fuso(fuso)
                .situacao(situacao)
                .combinado(chegarAte, termos)
                .viagem(viagemId, paradas);
        return same.build();
    }

    /** Collects the fields that an answer has. */
    public static final class Builder {

        private final String requestId;
        private final String serverId;
        private final Codigo codigo;
        private final String mensagem;
        private List<ErroCampo> erros;
        private List<Posto> alternativas;
        private String reservaId;
        private String codigoReserva;
        private Integer postoId;
        private String placa;
        private OffsetDateTime inicio;
        private OffsetDateTime fim;
        private String fuso;
        private Situacao situacao;
        private OffsetDateTime chegarAte;
        private Termos termos;
        private String viagemId;
        private List<ParadaResposta> paradas;

        private Builder(String requestId, String serverId, Codigo codigo, String mensagem) {
            this.requestId = requestId;
            this.serverId = serverId;
            this.codigo = codigo;
            this.mensagem = mensagem;
        }

        public Builder erros(List<ErroCampo> value) {
            erros = value;
            return this;
        }

        public Builder alternativas(List<Posto> value) {
            alternativas = value;
            return this;
        }

        public Builder reserva(String id, String codigoDaReserva) {
            reservaId = id;
            codigoReserva = codigoDaReserva;
            return this;
        }

        public Builder posto(Integer id) {
            postoId = id;
            return this;
        }

        public Builder placa(String value) {
            placa = value;
            return this;
        }

        public Builder janela(OffsetDateTime begin, OffsetDateTime end) {
            inicio = begin;
            fim = end;
            return this;
        }

        public Builder fuso(String zona) {
            fuso = zona;
            return this;
        }

        public Builder situacao(Situacao value) {
            situacao = value;
            return this;
        }

        public Builder combinado(OffsetDateTime waitedForUntil, Termos agreed) {
            chegarAte = waitedForUntil;
            termos = agreed;
            return this;
        }

        public Builder viagem(String id, List<ParadaResposta> stops) {
            viagemId = id;
            paradas = stops;
            return this;
        }

        public Resposta build() {
            return new Resposta(
                    requestId,
                    codigo == Codigo.OK ? Status.SUCESSO : Status.ERRO,
                    codigo,
                    mensagem,
                    serverId,
                    erros,
                    alternativas,
                    reservaId,
                    codigoReserva,
                    postoId,
                    placa,
                    inicio,
                    fim,
                    fuso,
                    situacao,
                    chegarAte,
                    termos,
                    viagemId,
                    paradas);
        }
    }
}
