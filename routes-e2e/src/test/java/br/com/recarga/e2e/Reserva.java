package br.com.recarga.e2e;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies of {@code POST /reservar}, each of a car of its own, in windows that no other test uses. */
final class Reserva {

    private static final AtomicInteger CARS = new AtomicInteger();
    private static final AtomicInteger WINDOWS = new AtomicInteger();
    private static final OffsetDateTime TOMORROW = OffsetDateTime.now(ZoneOffset.ofHours(-3))
            .truncatedTo(ChronoUnit.HOURS)
            .plusDays(1);

    private Reserva() {}

    /**
     * Hours from tomorrow on again, for a system of its own in which nobody has reserved: a closed one gives only the next days,
     * and the tests of all classes before may have had more.
     */
    static void horasDeNovo() {
        WINDOWS.set(0);
    }

    /** The start of an hour that no other test reserves. */
    static OffsetDateTime hora() {
        return TOMORROW.plusHours(WINDOWS.getAndIncrement());
    }

    /** A trip over server1 and server2, by a car of its own; the same slots for the same number, below 2,000. */
    static String viagem(int n) {
        // points that no other test reserves, within the days ahead that a closed server gives
        OffsetDateTime inicio = TOMORROW.plusHours(n / 10);
        int posto = 31 + n % 10;
        return """
                {"carro":{"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
                 "paradas":[{"server_id":"server1","posto_id":%d,"inicio":"%s","fim":"%s"},
                            {"server_id":"server2","posto_id":%d,"inicio":"%s","fim":"%s"}]}""".formatted(
                        placa(), posto, inicio, inicio.plusHours(1), posto, inicio.plusHours(14), inicio.plusHours(15));
    }

    static String placa() {
        int n = CARS.getAndIncrement();
        return "%c%c%c%04d".formatted('A' + n / 260_000 % 26, 'A' + n / 10_000 % 26, 'T', n % 10_000);
    }

    /** From now on, for as long as the charge takes: all that the original understands. */
    static String agora(String serverId, int postoId, String placa) {
        return """
                {"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
                 "taxa_descarga":0.15,"posto_id":%d,"server_id":"%s"}""".formatted(placa, postoId, serverId);
    }

    static String body(String serverId, int postoId, String placa, OffsetDateTime hora) {
        return """
                {"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
                 "taxa_descarga":0.15,"posto_id":%d,"server_id":"%s","inicio":"%s","fim":"%s"}""".formatted(placa, postoId, serverId, hora, hora.plusHours(1));
    }
}
