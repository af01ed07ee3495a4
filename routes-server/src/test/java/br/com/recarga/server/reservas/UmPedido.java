package br.com.recarga.server.reservas;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.server.ServerTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A valid request for a reservation, in which a test changes what it is about. */
public final class UmPedido {

    private String requestId = "pedido-1";
    private String clientId = "client_servidor_1";
    private String placa = "ABC1234";
    private double capacidade = 44.5;
    private double nivel = 22.3;
    private Double potenciaAc;
    private Double potenciaCc;
    private List<String> conectores;
    private int postoId = 1;
    private OffsetDateTime inicio;
    private OffsetDateTime fim;
    private String viagemId;
    private Boolean aceitaEquivalente;

    private UmPedido() {}

    public static UmPedido deReserva() {
        return new UmPedido();
    }

    public UmPedido id(String value) {
        requestId = value;
        return this;
    }

    public UmPedido client(String value) {
        clientId = value;
        return this;
    }

    public UmPedido placa(String value) {
        placa = value;
        return this;
    }

    /** Both in kWh. */
    public UmPedido bateria(double novaCapacidade, double novoNivel) {
        capacidade = novaCapacidade;
        nivel = novoNivel;
        return this;
    }

    /** Both in kW. */
    public UmPedido potencias(double ac, double cc) {
        potenciaAc = ac;
        potenciaCc = cc;
        return this;
    }

    public UmPedido conectores(String... values) {
        conectores = List.of(values);
        return this;
    }

    public UmPedido posto(int value) {
        postoId = value;
        return this;
    }

    public UmPedido inicio(Instant value) {
        inicio = value.atOffset(ZoneOffset.UTC);
        return this;
    }

    public UmPedido fim(Instant value) {
        fim = value.atOffset(ZoneOffset.UTC);
        return this;
    }

    public UmPedido viagem(String value) {
        viagemId = value;
        return this;
    }

    /** Another point will do that is like it. */
    public UmPedido ouEquivalente() {
        aceitaEquivalente = true;
        return this;
    }

    public UmPedido janela(Instant begin, Instant end) {
        return inicio(begin).fim(end);
    }

    public ReservaRequest build() {
        Carro carro = new Carro(placa, "BYD Dolphin", capacidade, nivel, 0.19, potenciaAc, potenciaCc, conectores);
        return new ReservaRequest(
                requestId,
                clientId,
                ServerTest.SERVER_ID,
                carro,
                postoId,
                inicio,
                fim,
                viagemId,
                aceitaEquivalente,
                null);
    }
}
