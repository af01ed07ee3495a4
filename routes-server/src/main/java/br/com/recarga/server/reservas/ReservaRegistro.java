package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Termos;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.server.umavez.Quem;
import java.util.EnumSet;
import java.util.Set;

/**
 * A row of {@code reservas}, with the state that the clock gives it.
 *
 * @param codigoReserva what is known of its code, see {@link ImpressaoDoCodigo}
 * @param posto the point's name
 * @param inicio ISO-8601, UTC
 * @param fim ISO-8601, UTC
 * @param expiraEm when it stops to count unless something happens before; ISO-8601, UTC
 * @param criadaEm ISO-8601, UTC
 * @param chegouEm since when the car waits for its point, ISO-8601, UTC; null if it does not
 * @param alteradaPor who changed it last
 * @param motivo why it was changed last; may be null
 * @param precoKwh BRL per kWh, as agreed; null if it is not known
 * @param potenciaMaxima kW, as agreed; null if it is not known
 * @param latitude of the point, decimal degrees
 * @param longitude of the point, decimal degrees
 * @param aviso what has since become of its point, for the driver; may be null
 */
public record ReservaRegistro(
        String reservaId,
        String codigoReserva,
        String requestId,
        String clientId,
        String viagemId,
        int postoId,
        String posto,
        String placa,
        String inicio,
        String fim,
        String expiraEm,
        String criadaEm,
        String chegouEm,
        Autor alteradaPor,
        String motivo,
        Situacao situacao,
        Double precoKwh,
        Double potenciaMaxima,
        String tipoConector,
        double latitude,
        double longitude,
        String aviso) {

    private static final Set<Situacao> ESPERAM = EnumSet.of(Situacao.PRE_RESERVADA, Situacao.CONFIRMADA);

    /** Where its point stands: by the clocks there its times are told. */
    public Coordenadas lugar() {
        return new Coordenadas(latitude, longitude);
    }

    /** Whether its car is still expected. */
    boolean espera() {
        return ESPERAM.contains(situacao);
    }

    /** Until when its car is waited for, ISO-8601, UTC; null if it is not, or is there. */
    String chegarAte() {
        return situacao == Situacao.CONFIRMADA && chegouEm == null ? expiraEm : null;
    }

    /** What was agreed with it, all or nothing; null if nobody knows: it was over before that was kept. */
    Termos termos() {
        return precoKwh == null ? null : new Termos(precoKwh, potenciaMaxima, tipoConector);
    }

    /** Why it has lapsed, in a sentence. */
    public String porqueExpirou() {
        return chegouEm == null
                ? "A reserva expirou: o carro não chegou a tempo"
                : "A reserva expirou: o carro chegou a tempo, mas não pôde carregar até o fim da janela";
    }

    /** Of one that a change of its point has touched: whether for the worse. */
    public boolean afetada() {
        return situacao == Situacao.CANCELADA || aviso != null;
    }

    /** Whether who asks may see and change it: the operator, and whoever has what was given to who reserved. */
    boolean permite(Quem quem, String codigo) {
        return quem.ehOperador() || ImpressaoDoCodigo.confere(codigoReserva, codigo);
    }
}
