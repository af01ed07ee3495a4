package br.com.recarga.contract;

/**
 * How fast a car charges at a point: with what the point gives or the car takes, whichever is less; on direct current, above
 * {@link #JOELHO} of the battery, with ever less. That is what windows, plans and estimates of prices are made of, here and, in
 * the same words, on the drivers' page ({@code carga.js}).
 *
 * <p>What a car takes falls in a straight line from {@link #JOELHO} on to {@link #FIM} of it when the battery is full; a point
 * that gives less than that all the while notices nothing. Nothing is lost on the way.
 *
 * @param capacidade kWh
 * @param potencia kW, up to the knee: what the point gives or the car takes
 * @param aceita kW that the car takes up to the knee; infinite: it does not fall, as on alternating current
 */
public record CurvaDeRecarga(double capacidade, double potencia, double aceita) {

    /** From this part of the capacity on a car takes less from direct current. */
    public static final double JOELHO = 0.8;

    /** What it takes when the battery is full, as a part of what it takes up to the knee. */
    public static final double FIM = 0.2;

    /** Of a car that does not say what it takes from alternating current; kW: one phase with 32 A. */
    public static final double AC_PRESUMIDA = 7.4;

    /** Of a car that does not say what it takes from direct current; kW for each kWh of the capacity. */
    public static final double CC_PRESUMIDA = 1.5;

    /** No point gives more than this with alternating current; kW. */
    private static final double AC_MAXIMA = 43;

    private static final double SEGUNDOS = 3600;

    /**
     * Of a car at a point.
     *
     * @param carro valid by the contract's rules
     * @param potenciaDoPonto kW
     * @param conector of the point; of one that is unknown, or null, its power tells the current
     */
    public static CurvaDeRecarga de(Carro carro, double potenciaDoPonto, String conector) {
        boolean continua = Conector.de(conector).map(Conector::correnteContinua).orElse(potenciaDoPonto > AC_MAXIMA);
        double capacidade = carro.capacidadeBateria();
        if (continua) {
            double aceita = carro.potenciaMaximaCc() == null ? CC_PRESUMIDA * capacidade : carro.potenciaMaximaCc();
            return new CurvaDeRecarga(capacidade, Math.min(potenciaDoPonto, aceita), aceita);
        }
        double aceita = carro.potenciaMaximaAc() == null ? AC_PRESUMIDA : carro.potenciaMaximaAc();
        return new CurvaDeRecarga(capacidade, Math.min(potenciaDoPonto, aceita), Double.POSITIVE_INFINITY);
    }

    /**
     * How long it takes, in seconds.
     *
     * @param de kWh
     * @param ate kWh, not less than {@code de}, not more than the capacity
     */
    public double segundos(double de, double ate) {
        double cai = ondeCai();
        double plana = Math.max(0, Math.min(ate, cai) - de) / potencia;
        double inclinada = ate <= cai ? 0 : constante() * Math.log(aceitaCom(Math.max(de, cai)) / aceitaCom(ate));
        return (plana + inclinada) * SEGUNDOS;
    }

    /**
     * The level after a time, in kWh; never more than the capacity.
     *
     * @param de kWh
     * @param segundos not negative
     */
    public double nivelDepois(double de, double segundos) {
        double cai = ondeCai();
        double horas = segundos / SEGUNDOS;
        double plana = Math.max(0, cai - de) / potencia;
        if (horas <= plana) {
            return de + horas * potencia;
        }
        if (cai >= capacidade) {
            return capacidade;
        }
        double parte = aceitaCom(Math.max(de, cai)) * Math.exp(-(horas - plana) / constante()) / aceita;
        return Math.min(capacidade, capacidade * (JOELHO + (1 - JOELHO) * (1 - parte) / (1 - FIM)));
    }

    /** The level in kWh above which the car takes less than the point gives; the capacity, if there is none. */
    private double ondeCai() {
        if (Double.isInfinite(aceita) || potencia <= FIM * aceita) {
            return capacidade;
        }
        return capacidade * (JOELHO + (1 - JOELHO) * (1 - potencia / aceita) / (1 - FIM));
    }

    /** What the car takes with this level, above the knee; kW. */
    private double aceitaCom(double nivel) {
        return aceita * (1 - (1 - FIM) * (nivel / capacidade - JOELHO) / (1 - JOELHO));
    }

    /** The hours in which what it takes falls to 1/e. */
    private double constante() {
        return capacidade * (1 - JOELHO) / ((1 - FIM) * aceita);
    }
}
