package br.com.recarga.terminal.rotas;

import br.com.recarga.client.postos.PedirPostosRoute;
import br.com.recarga.client.reservas.ConsultarPlacaRoute;
import br.com.recarga.client.reservas.ConsultarReservaRoute;
import br.com.recarga.client.reservas.PedirAlteracaoRoute;
import br.com.recarga.client.reservas.PedirCancelamentoRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.client.servidores.ServidoresRoute;
import br.com.recarga.client.viagens.CancelarViagemRoute;
import br.com.recarga.client.viagens.ConsultarViagemRoute;
import br.com.recarga.client.viagens.PlanejarViagemRoute;
import br.com.recarga.client.viagens.ReservarViagemRoute;
import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.platform.http.Entrada;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * A use case with what it is asked, in the words of its HTTP door.
 *
 * @param rota the route that it is
 * @param headers parameters of the path and the query, and headers; those that are null are absent
 * @param corpo a record of the contract; null: none
 */
public record Chamada(String rota, Map<String, Object> headers, Object corpo) {

    public static Chamada servidores() {
        return new Chamada(ServidoresRoute.ID, Map.of(), null);
    }

    /** @param servidor null: all that are online */
    public static Chamada postos(String servidor) {
        return new Chamada(PedirPostosRoute.ID, headers("server_id", servidor), null);
    }

    public static Chamada reservar(ReservarBody reserva, String chave) {
        return new Chamada(PedirReservaRoute.ID, headers(Entrada.IDEMPOTENCY_KEY, chave), reserva);
    }

    /**
     * @param id of the reservation, or of the request that made it
     * @param codigo null: without
     */
    public static Chamada reserva(String id, String codigo) {
        return new Chamada(ConsultarReservaRoute.ID, headers("id", id, CodigoReserva.CABECALHO, codigo), null);
    }

    /**
     * @param servidor null: all that are online
     * @param codigo null: without
     */
    public static Chamada reservas(String placa, String servidor, String codigo) {
        return new Chamada(
                ConsultarPlacaRoute.ID,
                headers("placa", placa, "server_id", servidor, CodigoReserva.CABECALHO, codigo),
                null);
    }

    /** @param motivo null: none */
    public static Chamada cancelar(String id, String codigo, String motivo) {
        return new Chamada(
                PedirCancelamentoRoute.ID, headers("id", id, CodigoReserva.CABECALHO, codigo, "motivo", motivo), null);
    }

    public static Chamada alterar(String id, String codigo, AlterarBody janela) {
        return new Chamada(PedirAlteracaoRoute.ID, headers("id", id, CodigoReserva.CABECALHO, codigo), janela);
    }

    public static Chamada planejar(PlanejarBody viagem) {
        return new Chamada(PlanejarViagemRoute.ID, Map.of(), viagem);
    }

    public static Chamada reservarViagem(ViagemBody viagem, String chave) {
        return new Chamada(ReservarViagemRoute.ID, headers(Entrada.IDEMPOTENCY_KEY, chave), viagem);
    }

    public static Chamada viagem(String id, String codigo) {
        return new Chamada(ConsultarViagemRoute.ID, headers("id", id, CodigoReserva.CABECALHO, codigo), null);
    }

    public static Chamada cancelarViagem(String id, String codigo) {
        return new Chamada(CancelarViagemRoute.ID, headers("id", id, CodigoReserva.CABECALHO, codigo), null);
    }

    /** Whether it begins a saga. */
    boolean mudaViagens() {
        return rota.equals(ReservarViagemRoute.ID) || rota.equals(CancelarViagemRoute.ID);
    }

    void preencher(Exchange exchange) throws JsonProcessingException {
        exchange.getMessage().setHeaders(new HashMap<>(headers));
        exchange.getMessage()
                .setBody(corpo == null ? null : ContractJson.mapper().writeValueAsBytes(corpo));
    }

    private static Map<String, Object> headers(String... namesAndValues) {
        Map<String, Object> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                headers.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return headers;
    }
}
