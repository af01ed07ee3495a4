package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Decimal;
import java.util.Locale;
import java.util.Optional;

/** How much a car uses, as somebody says it: in kWh per km, or per 100 km if that is said. */
record Consumo(double kwhPorKm) {

    static final String ESPERADO = "kWh por km, até 10; 15,4 kWh/100 km são 0,154, ou 15,4kWh/100km";

    private static final double MAXIMO = 10;
    private static final String POR_100_KM = "/100km";
    private static final String POR_KM = "/km";

    static Optional<Consumo> ler(String texto) {
        String dito = texto.toLowerCase(Locale.ROOT).replaceAll("\\s|kwh", "");
        if (dito.endsWith(POR_100_KM)) {
            return numero(dito, POR_100_KM).map(kwh -> new Consumo(Math.round(kwh * 1000) / 100_000.0));
        }
        return numero(dito, dito.endsWith(POR_KM) ? POR_KM : "")
                .filter(kwh -> kwh <= MAXIMO)
                .map(Consumo::new);
    }

    private static Optional<Double> numero(String dito, String unidade) {
        return Decimal.ler(dito.substring(0, dito.length() - unidade.length()));
    }
}
