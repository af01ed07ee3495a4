package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Decimal;
import java.util.Locale;
import java.util.Optional;

/** What there is in a battery, as somebody says it: in kWh, or as a part of what it holds. */
record Nivel(double valor, boolean porCento) {

    static final String ESPERADO = "kWh ou %, como 12,5 ou 30%";

    private static final String UNIDADE = "kwh";

    static Optional<Nivel> ler(String texto) {
        String dito = texto.strip();
        if (dito.endsWith("%")) {
            return Decimal.ler(dito.substring(0, dito.length() - 1))
                    .filter(parte -> parte >= 0 && parte <= 100)
                    .map(parte -> new Nivel(parte, true));
        }
        boolean comUnidade = dito.toLowerCase(Locale.ROOT).endsWith(UNIDADE);
        return Decimal.ler(comUnidade ? dito.substring(0, dito.length() - UNIDADE.length()) : dito)
                .map(kwh -> new Nivel(kwh, false));
    }

    /** In kWh, to the watt-hour. @param capacidade of the battery; null: it is not known */
    Optional<Double> emKwh(Double capacidade) {
        if (!porCento) {
            return Optional.of(valor);
        }
        return Optional.ofNullable(capacidade).map(kwh -> Math.round(kwh * valor * 10) / 1000.0);
    }
}
