package br.com.recarga.server.config;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.sqlite.SQLiteException;

/**
 * What the database refuses by itself, whatever statement asked for it: two reservations that count at one point, or of one car, at
 * the same time. Nothing is wrong with the database then, and whoever asked is told what he would be told by a statement.
 */
final class DoisNoMesmoLugar {

    private static final PedidoRecusado POSTO =
            new PedidoRecusado(Codigo.POSTO_OCUPADO, "O posto está ocupado nesse horário");
    private static final PedidoRecusado CARRO =
            new PedidoRecusado(Codigo.CARRO_JA_RESERVADO, "O carro já tem outra reserva nesse horário");

    /** Of which SQLite does not say. */
    private static final PedidoRecusado UM_DOS_DOIS =
            new PedidoRecusado(Codigo.POSTO_OCUPADO, "O posto, ou o carro, já tem outra reserva nesse horário");

    /** As the triggers of migration V26 say it. */
    private static final String EM_SQLITE = "um posto ou um carro, dois ao mesmo tempo";

    private DoisNoMesmoLugar() {}

    /** Empty if the failure is another one. */
    static Optional<PedidoRecusado> recusa(Throwable failure) {
        if (failure instanceof PSQLException postgresql && postgresql.getServerErrorMessage() != null) {
            String constraint = postgresql.getServerErrorMessage().getConstraint();
            return Optional.ofNullable(
                    "um_carro_por_posto".equals(constraint)
                            ? POSTO
                            : "um_posto_por_carro".equals(constraint) ? CARRO : null);
        }
        return failure instanceof SQLiteException sqlite && sqlite.getMessage().contains(EM_SQLITE)
                ? Optional.of(UM_DOS_DOIS)
                : Optional.empty();
    }
}
