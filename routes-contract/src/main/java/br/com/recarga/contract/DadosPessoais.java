package br.com.recarga.contract;

import java.util.List;

/**
 * All that a server keeps of a plate, or what of it belongs to the reservation whose code was shown.
 *
 * @param carro only for the operator: the car may since be another's
 * @param reservas the latest window first, 1000 at most
 * @param carregamentos the one that began last first, 1000 at most
 */
@WireFormat
public record DadosPessoais(
        Status status,
        Codigo codigo,
        String serverId,
        String placa,
        CarroGuardado carro,
        List<Reserva> reservas,
        List<Carregamento> carregamentos) {

    public DadosPessoais(
            String serverId,
            String placa,
            CarroGuardado carro,
            List<Reserva> reservas,
            List<Carregamento> carregamentos) {
        this(Status.SUCESSO, Codigo.OK, serverId, placa, carro, reservas, carregamentos);
    }
}
