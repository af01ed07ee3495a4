package br.com.recarga.terminal.tela;

import br.com.recarga.contract.lugares.Fusos;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and times as they are read and written in Brazil. */
public final class Formatos {

    private static final Locale BRASIL = Locale.forLanguageTag("pt-BR");
    private static final Pattern DATA_E_HORA =
            Pattern.compile("(?:(?<dia>hoje|amanhã|amanha|\\d{1,2}/\\d{1,2}(?:/\\d{4})?|\\d{4}-\\d{2}-\\d{2})[ T]+)?"
                    + "(?<hora>\\d{1,2})(?::|h)(?<minuto>\\d{2})?");
    private static final DateTimeFormatter CURTO = DateTimeFormatter.ofPattern("dd/MM HH:mm");
    private static final DateTimeFormatter LONGO = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter HORA = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MINUTOS = 60;

    private final Clock clock;

    /** @param clock with the zone of who reads */
    public Formatos(Clock clock) {
        this.clock = clock;
    }

    /** Without decimals that say nothing. */
    public static String numero(double valor) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(BRASIL)).format(valor);
    }

    public static String reais(double valor) {
        return "R$ " + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(BRASIL)).format(valor);
    }

    /** {@code 3 h 05 min} */
    public static String duracao(long minutos) {
        return minutos < MINUTOS ? minutos + " min" : "%d h %02d min".formatted(minutos / MINUTOS, minutos % MINUTOS);
    }

    /**
     * How long that is in seconds, never less than nothing.
     *
     * @param inicio null: now
     */
    long segundos(OffsetDateTime inicio, OffsetDateTime fim) {
        Instant comeco = inicio == null ? clock.instant() : inicio.toInstant();
        return Math.max(0, Duration.between(comeco, fim.toInstant()).toSeconds());
    }

    /** Day and time by our own clock, with the year if it is not this one. */
    public String momento(OffsetDateTime momento) {
        return semLugar(momento, fuso());
    }

    /** The same by the clocks of a place, which is named where ours shows another hour. */
    public String momento(OffsetDateTime momento, ZoneId lugar) {
        return noLugar(semLugar(momento, lugar), momento.toInstant(), lugar);
    }

    private String semLugar(OffsetDateTime momento, ZoneId lugar) {
        LocalDateTime local = local(momento, lugar);
        return local.format(local.getYear() == LocalDate.now(clock).getYear() ? CURTO : LONGO);
    }

    /** What asks for a time of a place, which is named where our clock shows another hour. */
    public String pergunta(String rotulo, ZoneId lugar) {
        return noLugar(rotulo, clock.instant(), lugar);
    }

    private String noLugar(String texto, Instant instante, ZoneId lugar) {
        return Fusos.mesmaHora(instante, lugar, fuso()) ? texto : "%s (%s)".formatted(texto, nome(lugar));
    }

    private static String nome(ZoneId lugar) {
        return lugar instanceof ZoneOffset offset
                ? offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset
                : Fusos.porExtenso(lugar);
    }

    /** From when to when by the clocks of a place, as {@link #momento}; the day of the end only if it is another one. */
    public String janela(OffsetDateTime inicio, OffsetDateTime fim, ZoneId lugar) {
        LocalDateTime ate = local(fim, lugar);
        boolean mesmoDia = local(inicio, lugar).toLocalDate().equals(ate.toLocalDate());
        String janela = semLugar(inicio, lugar) + " – " + (mesmoDia ? ate.format(HORA) : semLugar(fim, lugar));
        return noLugar(janela, inicio.toInstant(), lugar);
    }

    /**
     * ISO-8601 with an offset; or, by the clocks of a place, {@code 24/12/2026 14:00}, {@code 24/12 14:00} and {@code 14:00}, which are
     * the next such times, {@code hoje} and {@code amanhã}.
     *
     * @return empty if it is none of these
     */
    public Optional<Momento> lerMomento(String texto) {
        String dito = texto.strip();
        try {
            OffsetDateTime momento = OffsetDateTime.parse(dito);
            return Optional.of(new Momento(true, lugar -> momento));
        } catch (DateTimeException notIso) {
            Matcher matcher = DATA_E_HORA.matcher(dito.toLowerCase(BRASIL));
            return matcher.matches() ? local(matcher) : Optional.empty();
        }
    }

    private Optional<Momento> local(Matcher dito) {
        Momento momento = new Momento(false, lugar -> local(dito, lugar));
        try {
            momento.em(fuso());
            return Optional.of(momento);
        } catch (DateTimeException naoExiste) {
            return Optional.empty();
        }
    }

    private OffsetDateTime local(Matcher dito, ZoneId lugar) {
        String minuto = dito.group("minuto");
        LocalTime hora =
                LocalTime.of(Integer.parseInt(dito.group("hora")), minuto == null ? 0 : Integer.parseInt(minuto));
        return dia(dito.group("dia"), hora, lugar).atTime(hora).atZone(lugar).toOffsetDateTime();
    }

    private LocalDate dia(String dia, LocalTime hora, ZoneId lugar) {
        LocalDateTime agora = LocalDateTime.now(clock.withZone(lugar)).truncatedTo(ChronoUnit.MINUTES);
        LocalDate hoje = agora.toLocalDate();
        if (dia == null) {
            return hoje.atTime(hora).isBefore(agora) ? hoje.plusDays(1) : hoje;
        }
        if (dia.startsWith("amanh")) {
            return hoje.plusDays(1);
        }
        if (dia.equals("hoje")) {
            return hoje;
        }
        if (dia.contains("-")) {
            return LocalDate.parse(dia);
        }
        String[] partes = dia.split("/");
        MonthDay diaDoAno = MonthDay.of(Integer.parseInt(partes[1]), Integer.parseInt(partes[0]));
        int ano = partes.length > 2 ? Integer.parseInt(partes[2]) : proximo(diaDoAno, hoje);
        // not atYear, which takes the 28th for a 29th of February that the year has not
        return LocalDate.of(ano, diaDoAno.getMonth(), diaDoAno.getDayOfMonth());
    }

    /** The year in which it comes next; it may have no such day. */
    private static int proximo(MonthDay dia, LocalDate hoje) {
        return dia.isBefore(MonthDay.from(hoje)) ? hoje.getYear() + 1 : hoje.getYear();
    }

    private static LocalDateTime local(OffsetDateTime momento, ZoneId lugar) {
        return momento.atZoneSameInstant(lugar).toLocalDateTime();
    }

    private ZoneId fuso() {
        return clock.getZone();
    }
}
