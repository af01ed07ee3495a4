package br.com.recarga.e2e;

import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * For which kind of topics the systems under test are: {@code -Drecarga.topicos=proprios} runs the same tests on own ones.
 * What runs in the tests' process reads that property itself.
 */
final class Modo {

    private static final Topicos TOPICOS = Topicos.valueOf(
            System.getProperty("recarga.topicos", "compartilhados").toUpperCase(Locale.ROOT));

    private Modo() {}

    /** As the setting spells it. */
    static String topicos() {
        return TOPICOS.name().toLowerCase(Locale.ROOT);
    }

    static boolean compartilhados() {
        return TOPICOS == Topicos.COMPARTILHADOS;
    }

    /**
     * Where what goes on a shared topic of requests or of replies goes in this mode.
     *
     * @param serverId who is asked
     * @param clientId who asks; {@code +} for a filter
     */
    static String topico(String compartilhado, String serverId, String clientId) {
        if (compartilhados()) {
            return compartilhado;
        }
        return Stream.of(Operacao.values())
                .flatMap(operacao -> {
                    if (operacao.compartilhado().equals(compartilhado)) {
                        return Stream.of(Topics.pedido(serverId, clientId, operacao));
                    }
                    return Topics.replyTo(operacao.compartilhado(), clientId).equals(compartilhado)
                            ? Stream.of(Topics.resposta(clientId, serverId, operacao.nivel()))
                            : Stream.empty();
                })
                .findFirst()
                .orElseThrow();
    }
}
