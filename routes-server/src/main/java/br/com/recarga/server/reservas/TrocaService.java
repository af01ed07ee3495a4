package br.com.recarga.server.reservas;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.TrocaDePostoRequest;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.umavez.Quem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Which point a reservation may have instead of its own, and the words for it; the database decides. */
@Service
public class TrocaService {

    private final MudancaService mudancas;
    private final Clock clock;

    TrocaService(MudancaService mudancas, Clock clock) {
        this.mudancas = mudancas;
        this.clock = clock;
    }

    /**
     * Whether the reservation is to get another point; else it has it already.
     *
     * @param atual the reservation as it is; null if there is none
     * @throws PedidoRecusado if there is none that the caller may change
     */
    public boolean muda(TrocaDePostoRequest pedido, ReservaRegistro atual, Quem quem) {
        if (atual == null || !quem.ehOperador()) {
            throw ConsultaService.inexistente();
        }
        return atual.postoId() != pedido.postoId();
    }

    /** Parameters of {@code ponto-da-troca.sql}. */
    public Map<String, Object> procurado(TrocaDePostoRequest pedido) {
        return Map.of("posto_id", pedido.postoId(), "reserva_id", pedido.reservaId());
    }

    /**
     * Parameters of {@code reserva-trocar-posto.sql} and {@code reserva-impedimento.sql}.
     *
     * @param novo the point that it is to get
     * @throws PedidoRecusado if that is not one like the one that it has, beside it
     */
    public Map<String, Object> parametros(
            TrocaDePostoRequest pedido, ReservaRegistro atual, PontoDaTroca novo, Quem quem) {
        exigirIgual(atual, novo);
        JanelaDefinida janela = new JanelaDefinida(Instantes.parse(atual.inicio()), Instantes.parse(atual.fim()));
        Map<String, Object> parametros = new HashMap<>(janela.parametros(Instant.now(clock)));
        parametros.put("posto_id", novo.id());
        parametros.put("reserva_id", atual.reservaId());
        parametros.put("viagem_id", null);
        parametros.put("request_id", null);
        quem.assinar(parametros);
        parametros.put("motivo", motivo(pedido, atual, novo));
        return parametros;
    }

    /** Parameters of {@code reserva-impedimento.sql}: to the other point the reservation has no more right than anybody. */
    public Map<String, Object> comoNova(Map<String, Object> parametros) {
        Map<String, Object> nova = new HashMap<>(parametros);
        nova.put("reserva_id", null);
        return nova;
    }

    public Resposta trocada(TrocaDePostoRequest pedido, ReservaRegistro reserva) {
        return mudancas.resposta(
                pedido.requestId(),
                Codigo.OK,
                "A reserva é do posto %d, %s".formatted(reserva.postoId(), reserva.posto()),
                reserva);
    }

    /** Why it has the point that it had. */
    public Resposta naoTrocada(
            TrocaDePostoRequest pedido, ReservaRegistro atual, PontoDaTroca novo, Impedimento impedimento) {
        if (atual.situacao() != Situacao.CONFIRMADA) {
            return mudancas.recusada(pedido.requestId(), atual, "passada a outro posto");
        }
        PedidoRecusado recusa = impedimento
                .doPosto(novo.nome())
                .orElseGet(() -> new PedidoRecusado(
                        Codigo.CARRO_JA_RESERVADO,
                        "O carro de placa %s já tem outra reserva nesse horário".formatted(atual.placa())));
        return mudancas.resposta(pedido.requestId(), recusa.codigo(), recusa.getMessage(), atual);
    }

    private static void exigirIgual(ReservaRegistro atual, PontoDaTroca novo) {
        if (!novo.aoLado()) {
            throw PedidoRecusado.campo("posto_id", "deve ficar no lugar que se reservou");
        }
        if (atual.tipoConector() != null && !atual.tipoConector().equals(novo.tipoConector())) {
            throw PedidoRecusado.campo("posto_id", "deve ter o conector reservado, " + atual.tipoConector());
        }
        if (atual.potenciaMaxima() != null && novo.potenciaMaxima() < atual.potenciaMaxima()) {
            throw PedidoRecusado.campo("posto_id", "não pode ter menos potência do que a reservada");
        }
    }

    private static String motivo(TrocaDePostoRequest pedido, ReservaRegistro atual, PontoDaTroca novo) {
        String troca = "Passou do posto %d, %s, para o posto %d, %s"
                .formatted(atual.postoId(), atual.posto(), novo.id(), novo.nome());
        return pedido.motivo() == null || pedido.motivo().isBlank() ? troca : troca + ": " + pedido.motivo();
    }
}
