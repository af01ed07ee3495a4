package br.com.recarga.contract;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of a server, on whichever {@linkplain Topicos kind of topics}. */
public enum Operacao {
    LISTAR("listar", Topics.POSTOS_REQUEST, true),
    RESERVAR("reservar", Topics.POSTOS_RESERVA, false),
    ALTERAR("alterar", Topics.POSTOS_ALTERACAO, false),
    CANCELAR("cancelar", Topics.POSTOS_CANCELAMENTO, false),
    PRE_RESERVAR("pre_reservar", Topics.POSTOS_PRE_RESERVA, false),
    CONFIRMAR("confirmar", Topics.POSTOS_CONFIRMACAO, false),
    CONSULTAR("consultar", Topics.RESERVAS_REQUEST, true);

    private final String nivel;
    private final String compartilhado;
    private final boolean consulta;

    Operacao(String nivel, String compartilhado, boolean consulta) {
        this.nivel = nivel;
        this.compartilhado = compartilhado;
        this.consulta = consulta;
    }

    /** The last level of its own topics. */
    public String nivel() {
        return nivel;
    }

    /** The shared topic on which it is asked of any server. */
    public String compartilhado() {
        return compartilhado;
    }

    /** Whether it only asks, and changes nothing. */
    public boolean consulta() {
        return consulta;
    }

    /** Which a topic of requests asks for, shared or own; empty: none that is known. */
    public static Optional<Operacao> doTopico(String topic) {
        String nivel = PedidoProprio.de(topic).map(PedidoProprio::nivel).orElse(null);
        return Stream.of(values())
                .filter(operacao -> operacao.compartilhado.equals(topic) || operacao.nivel.equals(nivel))
                .findFirst();
    }
}
