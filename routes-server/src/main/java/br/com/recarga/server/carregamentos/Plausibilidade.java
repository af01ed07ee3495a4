package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.server.janelas.Instantes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How much energy can be believed of a charge: what the point's power delivers in its time, and what the car's battery
 * holds. Clocks, meters and whoever writes down an arrival are not exact, and charging loses some, hence the slack.
 */
final class Plausibilidade {

    /** A car may have been plugged in for so long before somebody said so. */
    static final Duration FOLGA_DO_TEMPO = Duration.ofMinutes(5);

    /** What is lost between meter and battery, and what a point delivers beyond its power. */
    static final double FOLGA = 1.1;

    private static final double HORA = 3600;

    private Plausibilidade() {}

    /**
     * @param fim when it ends, or has ended
     * @throws PedidoRecusado if the energy is more than can be believed
     */
    static void exigir(CarregamentoRegistro carregamento, double energiaKwh, Instant fim) {
        if (carregamento.potenciaMaxima() != null) {
            Duration tempo = Duration.between(Instantes.parse(carregamento.inicio()), fim);
            double maximo = carregamento.potenciaMaxima()
                    * FOLGA
                    * Math.max(0, tempo.plus(FOLGA_DO_TEMPO).toSeconds())
                    / HORA;
            exigir(
                    energiaKwh,
                    maximo,
                    "%s kW entregam em %d min"
                            .formatted(numero(carregamento.potenciaMaxima()), Math.max(0, tempo.toMinutes())));
        }
        if (carregamento.capacidadeBateria() != null) {
            double maximo = carregamento.capacidadeBateria() * FOLGA;
            exigir(energiaKwh, maximo, "cabe na bateria de %s kWh".formatted(numero(carregamento.capacidadeBateria())));
        }
    }

    private static void exigir(double energiaKwh, double maximo, String porque) {
        if (energiaKwh > maximo) {
            throw PedidoRecusado.campo(
                    "energia_kwh",
                    "é mais do que %s (com folga, %s kWh); se é isso mesmo, confirmado: true"
                            .formatted(porque, numero(maximo)));
        }
    }

    private static String numero(double value) {
        return String.format(Locale.forLanguageTag("pt-BR"), "%.1f", value);
    }
}
