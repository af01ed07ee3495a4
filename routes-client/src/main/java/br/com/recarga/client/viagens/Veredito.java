package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.Situacao;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What the answers of a trip's servers mean together: whether it goes on, is undone, or is tried once more. */
final class Veredito {

    private static final int TENTATIVAS = 3;

    private Veredito() {}

    /** Whether every server that was asked so far holds its stops. */
    static boolean todasSeguradas(Respostas respostas) {
        return respostas.caladas().isEmpty()
                && respostas.ouvidas().values().stream().allMatch(reply -> Codigo.da(reply) == Codigo.OK);
    }

    /** Whether only holds of others are in the way, which may be let go of in a moment. */
    static boolean impedimentoPassageiro(Respostas respostas) {
        return respostas.caladas().isEmpty()
                && respostas.ouvidas().values().stream()
                        .filter(reply -> Codigo.da(reply) != Codigo.OK)
                        .allMatch(Veredito::soSegurada);
    }

    private static boolean soSegurada(ObjectNode reply) {
        List<ParadaResposta> recusadas = ParadasConhecidas.ditas(reply).stream()
                .filter(parada -> parada.codigo() != Codigo.OK)
                .toList();
        return !recusadas.isEmpty()
                && recusadas.stream().allMatch(parada -> parada.situacao() == Situacao.PRE_RESERVADA);
    }

    /** Whether a server has lost its stops, so that the whole trip is to be undone. */
    static boolean perdida(Respostas respostas) {
        return respostas.ouvidas().values().stream()
                .map(Codigo::da)
                .anyMatch(codigo -> codigo == Codigo.RESERVA_EXPIRADA || codigo == Codigo.VIAGEM_INEXISTENTE);
    }

    static boolean podeTentarDeNovo(ViagemRegistro viagem, NaoSegurada falha) {
        return falha.passageira() && viagem.tentativa() < TENTATIVAS;
    }

    /** Milliseconds before the next attempt: a while that differs, so that two that crossed do not cross again. */
    static long espera(ViagemRegistro viagem) {
        return ThreadLocalRandom.current().nextLong(20, 120) * viagem.tentativa();
    }
}
