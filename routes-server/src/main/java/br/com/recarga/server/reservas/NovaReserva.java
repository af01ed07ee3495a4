package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Situacao;
import br.com.recarga.server.cotas.Cota;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.postos.ParteDaLista;
import java.time.Instant;
import java.util.Map;

/**
 * A reservation as it would be, before the database has decided.
 *
 * @param postoId the one that is asked for, or another that will do as well
 * @param expiraEm when it stops to count unless something happens before
 * @param cota of who asks
 */
public record NovaReserva(
        String id,
        String codigoReserva,
        ReservaRequest pedido,
        int postoId,
        JanelaDefinida janela,
        Situacao situacao,
        Instant expiraEm,
        Cota cota,
        Instant agora) {

    /** The same at another point. */
    NovaReserva em(int outroPostoId) {
        return new NovaReserva(id, codigoReserva, pedido, outroPostoId, janela, situacao, expiraEm, cota, agora);
    }

    /** Whether another point has taken the place of the one that was asked for. */
    boolean emOutroPosto() {
        return postoId != pedido.postoId();
    }

    /** Parameters of the statements that write it and of those that say why it could not be written. */
    Map<String, Object> parametros() {
        Carro carro = pedido.carro();
        Map<String, Object> parametros = ParteDaLista.TODOS.com(janela.parametros(agora));
        parametros.putAll(cota.parametros());
        // of holds alone
        parametros.put("pre_reservas", null);
        parametros.put("novas", 1);
        parametros.put("segundos", janela.duracao().toSeconds());
        parametros.put("reserva_id", id);
        parametros.put("codigo_reserva", ImpressaoDoCodigo.de(codigoReserva));
        parametros.put("request_id", pedido.requestId());
        parametros.put("client_id", pedido.clientId());
        parametros.put("viagem_id", pedido.viagemId());
        parametros.put("posto_id", postoId);
        parametros.put("placa", carro.placa());
        parametros.put("modelo", carro.modelo());
        parametros.put("capacidade_bateria", carro.capacidadeBateria());
        parametros.put("nivel_bateria_atual", carro.nivelBateriaAtual());
        parametros.put("taxa_descarga", carro.taxaDescarga());
        parametros.put("situacao", situacao.name());
        parametros.put("expira_em", Instantes.format(expiraEm));
        parametros.put("por", Autor.MOTORISTA.name());
        return parametros;
    }
}
