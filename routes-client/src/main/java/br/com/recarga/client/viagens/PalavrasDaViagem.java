package br.com.recarga.client.viagens;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.Status;
import br.com.recarga.contract.Viagem;
import br.com.recarga.contract.ViagemBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** What is said to whoever asks for a trip, and when nothing is. */
final class PalavrasDaViagem {

    private PalavrasDaViagem() {}

    /** As the driver is told; the code only where it is first given. */
    static Viagem mostrar(ViagemRegistro viagem, String requestId, boolean comCodigo) {
        List<ErroCampo> erros = viagem.situacao() == SituacaoViagem.RECUSADA ? erros(viagem.paradas()) : List.of();
        Codigo codigo = comCodigo && viagem.situacao() == SituacaoViagem.RECUSADA ? recusa(erros) : Codigo.OK;
        return new Viagem(
                requestId,
                codigo == Codigo.OK ? Status.SUCESSO : Status.ERRO,
                codigo,
                mensagem(viagem.situacao()),
                viagem.viagemId(),
                viagem.situacao(),
                comCodigo ? viagem.codigoReserva() : null,
                viagem.paradas(),
                viagem.aguardando(),
                null,
                erros.isEmpty() ? null : erros);
    }

    private static Codigo recusa(List<ErroCampo> erros) {
        return erros.isEmpty() ? Codigo.VIAGEM_RECUSADA : Codigo.DADOS_INVALIDOS;
    }

    private static String mensagem(SituacaoViagem situacao) {
        return switch (situacao) {
            case EM_ANDAMENTO -> "Ainda não se sabe de todas as paradas; consulte a viagem daqui a pouco";
            case CONFIRMADA -> "Todas as paradas estão reservadas";
            case RECUSADA -> "Nem todas as paradas puderam ser reservadas; nenhuma ficou reservada";
            case CANCELANDO -> "A viagem está sendo cancelada; consulte-a daqui a pouco";
            case CANCELADA -> "A viagem foi cancelada";
        };
    }

    /** By the names of the request. */
    private static List<ErroCampo> erros(List<ParadaResposta> paradas) {
        List<ErroCampo> erros = new ArrayList<>();
        for (int i = 0; i < paradas.size(); i++) {
            for (ErroCampo erro : paradas.get(i).erros() == null
                    ? List.<ErroCampo>of()
                    : paradas.get(i).erros()) {
                erros.add(new ErroCampo("paradas[%d].%s".formatted(i, erro.campo()), erro.mensagem()));
            }
        }
        return erros;
    }

    /**
     * @throws PedidoRecusado if the same request id was used for another trip, here or at another client: then nothing may be said
     *     of what is reserved, as that may be a whole trip
     */
    static void exigirMesmoPedido(ViagemRegistro viagem, ViagemBody pedido) {
        if (viagem.situacao() == SituacaoViagem.RECUSADA
                && viagem.paradas().stream().anyMatch(parada -> parada.codigo() == Codigo.CHAVE_REUTILIZADA)) {
            throw new PedidoRecusado(
                    Codigo.CHAVE_REUTILIZADA,
                    "Essa chave já foi usada numa viagem pedida em outro lugar; consulte-a onde foi pedida");
        }
        if (!viagem.pedido().equals(pedido)) {
            throw new PedidoRecusado(Codigo.CHAVE_REUTILIZADA, "Esse request_id já foi usado num pedido diferente");
        }
    }

    /**
     * @param viagem null if there is none
     * @throws PedidoRecusado as if there were none, if the code is wrong: nothing is revealed
     */
    static void exigirCodigo(ViagemRegistro viagem, String codigo) {
        if (viagem == null || !confere(viagem.codigoReserva(), codigo)) {
            throw new PedidoRecusado(Codigo.VIAGEM_INEXISTENTE, "Não há viagem com esse número e esse código");
        }
    }

    /** In the same time, however much of it is right. */
    private static boolean confere(String certo, String codigo) {
        return certo != null
                && codigo != null
                && MessageDigest.isEqual(
                        certo.getBytes(StandardCharsets.UTF_8), codigo.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws PedidoRecusado if it was not confirmed, so that there is nothing to cancel
     */
    static void exigirCancelada(ViagemRegistro viagem) {
        if (viagem.situacao() != SituacaoViagem.CANCELADA && viagem.situacao() != SituacaoViagem.CANCELANDO) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA, "A viagem não está confirmada e não pode ser cancelada agora");
        }
    }
}
