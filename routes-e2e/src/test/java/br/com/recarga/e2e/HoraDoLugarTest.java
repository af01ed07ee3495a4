package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both pages on machines whose clocks are those of several zones; what servers answer is the test's. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class HoraDoLugarTest extends PaginaTest {

    private static final List<String> ZONES = List.of(
            "America/Sao_Paulo",
            "America/Noronha",
            "America/Rio_Branco",
            "Europe/Lisbon",
            "America/Santiago",
            // half an hour more in summer
            "Australia/Lord_Howe",
            "Asia/Kolkata");

    private static final LocalDateTime MORNING = LocalDateTime.now(ZoneOffset.UTC)
            .plusDays(3)
            .truncatedTo(ChronoUnit.DAYS)
            .plusHours(10);

    @Test
    void hoursOfPlacesBecomeMomentsAsJavaHasThemAlsoWhereClocksAreChanged() {
        List<List<String>> asked = new ArrayList<>();
        List<Long> moments = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        Random random = new Random(6);
        for (String zone : ZONES) {
            for (int i = 0; i < 60; i++) {
                LocalDateTime hour = someHour(ZoneId.of(zone), random, i % 2 == 0);
                Instant moment = hour.atZone(ZoneId.of(zone)).toInstant();
                asked.add(List.of(hour.toString(), zone));
                moments.add(moment.toEpochMilli());
                shown.add(moment.atZone(ZoneId.of(zone)).toLocalDateTime().toString());
            }
        }
        windowIn("Europe/Lisbon");
        page.navigate(clientUrl + "/comum/marca.svg");

        Object found = page.evaluate("""
                async (asked) => {
                  const { instanteDe, noRelogio } = await import('/comum/fuso.js');
                  return asked.map(([hour, zone]) => instanteDe(hour, zone)).flatMap((ms, i) => [String(ms), noRelogio(ms, asked[i][1])]);
                }""", asked);

        List<String> expected = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            expected.add(String.valueOf(moments.get(i)));
            expected.add(shown.get(i));
        }
        assertThat(found).isEqualTo(expected);
    }

    /** Within an hour and a half of a change of clocks, if there is one to come. */
    private static LocalDateTime someHour(ZoneId zone, Random random, boolean atChange) {
        Instant any = Instant.parse("2026-01-01T00:00:00Z").plus(random.nextInt(1_000_000), ChronoUnit.MINUTES);
        var change = zone.getRules().nextTransition(any);
        LocalDateTime hour = atChange && change != null
                ? change.getDateTimeBefore().plusMinutes(random.nextInt(181) - 90)
                : any.atZone(zone).toLocalDateTime();
        return hour.truncatedTo(ChronoUnit.MINUTES);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Noronha, America/Sao_Paulo, 3, horário de Brasília",
        "America/Rio_Branco, America/Sao_Paulo, 3, horário de Brasília",
        "Europe/Lisbon, America/Noronha, 2, horário de Fernando de Noronha",
        "America/Sao_Paulo, America/Noronha, 2, horário de Fernando de Noronha",
        "America/Sao_Paulo, America/Porto_Velho, 4, horário do Amazonas",
        "America/Recife, America/Sao_Paulo, 3,",
    })
    void aPointIsReservedByItsOwnClockWhereverTheDriverIs(String reader, String point, int hours, String name) {
        List<JsonNode> asked = new CopyOnWriteArrayList<>();
        windowIn(reader);
        points(point);
        answer("**/reservar", route -> {
            JsonNode body = json(route.request().postData());
            asked.add(body);
            return reservation(body.path("inicio").asText(), body.path("fim").asText(), point);
        });
        page.navigate(clientUrl + "/?posto=server1:1");

        assertThat(page.locator("form.reservar")).isVisible();
        page.locator("input[value=depois]").check(new Locator.CheckOptions().setForce(true));
        page.locator("[name=inicio]").fill(MORNING.toString());
        page.locator("[name=tempo]").selectOption("60");
        page.locator(".reservar [name=placa]").fill("ABC1D23");
        assertThat(page.locator("label", new Page.LocatorOptions().setHasText("Início")))
                .hasText(name == null ? "Início" : "Início (" + name + ")");
        button("Reservar").click();

        assertThat(page.getByText("Reservado!")).isVisible();
        assertThat(asked).hasSize(1);
        Instant moment = MORNING.plusHours(hours).toInstant(ZoneOffset.UTC);
        assertThat(Instant.parse(asked.get(0).path("inicio").asText())).isEqualTo(moment);
        assertThat(page.locator(".feito"))
                .containsText(name == null ? "10:00 – 11:00." : "10:00 – 11:00 (" + name + ")");

        // and moved
        answer("**/reservas/*", route -> {
            if (route.request().method().equals("PATCH")) {
                asked.add(json(route.request().postData()));
            }
            return "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"reserva\":"
                    + reservation(moment.toString(), moment.plusSeconds(3600).toString(), point) + "}";
        });
        button("Minhas reservas").click();
        assertThat(page.locator(".reserva")).containsText("10:00 – 11:00" + (name == null ? "" : " (" + name + ")"));
        page.locator("[data-acao^=mudar]").click();
        Locator start = page.getByRole(AriaRole.DIALOG).getByLabel("Início");
        assertThat(start).hasValue(MORNING.toString());
        start.fill(MORNING.plusHours(5).toString());
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Mudar").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(Instant.parse(asked.get(1).path("inicio").asText())).isEqualTo(moment.plusSeconds(5 * 3600));
    }

    @Test
    void aWindowInWhichPointsAreToBeFreeIsThatOfEachPointsClock() {
        windowIn("Europe/Lisbon");
        // both are taken at the same time: at ten in Brasília, which is eleven in Noronha
        points("America/Sao_Paulo", "America/Noronha");
        page.navigate(clientUrl + "/?livre=janela&por=60&de=" + MORNING);

        assertThat(page.locator("[data-posto='server1:2']")).isVisible();
        assertThat(page.locator("[data-posto='server1:1']")).hasCount(0);
        page.locator("[name=de]").fill(MORNING.plusHours(1).toString());
        assertThat(page.locator("[data-posto='server1:1']")).isVisible();
        assertThat(page.locator("[data-posto='server1:2']")).hasCount(0);
    }

    @Test
    void aPlanSaysTheHoursOfEachPlace() {
        List<JsonNode> asked = new CopyOnWriteArrayList<>();
        windowIn("America/Sao_Paulo");
        points("America/Porto_Velho");
        answer("**/viagens/planejar", route -> {
            asked.add(json(route.request().postData()));
            return """
                    {"status":"sucesso","codigo":"OK","viavel":true,"criterio":"MENOR_TEMPO","duracao_min":600,"distancia_km":540,
                     "custo":20,"nivel_chegada":20,"partida":"2127-01-10T06:00:00-05:00","fuso_partida":"America/Rio_Branco",
                     "chegada":"2127-01-10T17:00:00-04:00","fuso_chegada":"America/Porto_Velho",
                     "paradas":[{"server_id":"server1","posto_id":1,"nome":"Extrema","inicio":"2127-01-10T09:00:00-04:00",
                     "fim":"2127-01-10T10:00:00-04:00","fuso":"America/Porto_Velho","nivel_chegada":10,"nivel_saida":40,
                     "distancia_km":200,"custo":20}]}""";
        });
        page.navigate(clientUrl + "/?ver=viagem");
        page.locator("[name=origem]").fill("-9.974,-67.8076");
        page.locator("[name=destino]").fill("-8.7612,-63.9004");
        page.locator("[name=partida]").fill("2127-01-10T06:00");
        page.locator(".viagem-form [name=placa]").fill("ABC1D23");
        button("Planejar").click();

        Locator steps = page.locator(".linha-do-tempo > li");
        assertThat(steps.nth(0)).containsText("06:00 (horário do Acre)");
        assertThat(steps.nth(1)).containsText("09:00 – 10:00 (horário do Amazonas)");
        assertThat(steps.nth(2)).containsText("17:00 (horário do Amazonas)");
        assertThat(asked.get(0).path("partida_local").asText()).isEqualTo("2127-01-10T06:00");
        assertThat(asked.get(0).has("partida")).isFalse();
    }

    @Test
    void aDayOfTheOperatorIsThatOfTheZoneOnThatDate() {
        Set<String> asked = new ConcurrentSkipListSet<>();
        operator("Europe/Lisbon", "Europe/Lisbon");
        answer("**/reservas?*", route -> {
            asked.add(route.request().url().replaceAll(".*[?&](de=[^&]*&ate=[^&]*).*", "$1"));
            return "{\"reservas\":[],\"total\":0}";
        });
        enter();
        page.locator(".abas a[href='#reservas']").click();
        page.locator("#dia-reservas").fill("2027-07-01");
        page.locator("#dia-reservas").dispatchEvent("change");
        assertThat(page.locator("#sem-reservas")).isVisible();
        page.locator("#dia-reservas").fill("2027-01-10");
        page.locator("#dia-reservas").dispatchEvent("change");

        page.waitForCondition(() -> asked.containsAll(List.of(
                "de=2027-06-30T23%3A00%3A00Z&ate=2027-07-01T23%3A00%3A00Z",
                "de=2027-01-10T00%3A00%3A00Z&ate=2027-01-11T00%3A00%3A00Z")));
    }

    @Test
    void everyPointOfTheOperatorHasItsOwnDayAndHours() {
        operator("America/Sao_Paulo", "America/Sao_Paulo", "America/Noronha");
        answer("**/reservas?*", route -> """
                {"reservas":[%s,%s,%s],"total":3}""".formatted(
                        row(1, "AAA1A11", "2027-03-10T13:00:00Z", "2027-03-10T14:00:00Z", "America/Sao_Paulo"),
                        row(2, "BBB2B22", "2027-03-10T13:00:00Z", "2027-03-10T14:00:00Z", "America/Noronha"),
                        // the next day there, and not yet in Brasília
                        row(2, "CCC3C33", "2027-03-11T02:10:00Z", "2027-03-11T02:40:00Z", "America/Noronha")));
        enter();
        page.locator(".abas a[href='#reservas']").click();
        page.locator("#dia-reservas").fill("2027-03-10");
        page.locator("#dia-reservas").dispatchEvent("change");

        Locator rows = page.locator("#tabela-reservas tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText("10:00 – 11:00");
        assertThat(rows.nth(1)).containsText("11:00 – 12:00 (horário de Fernando de Noronha)");
        assertThat(page.locator("#resumo-reservas")).containsText("2 de 2");
    }

    @Test
    void theHoursOfTheOccupancyAreThoseOfEachPointsClock() {
        operator("America/Sao_Paulo", "America/Sao_Paulo", "America/Noronha");
        answer("**/reservas?*", route -> "{\"reservas\":[],\"total\":0}");
        // both are used from 13:00 to 14:00 in UTC
        answer("**/ocupacao?*", route -> {
            boolean used = route.request().url().contains("de=2027-03-10T13%3A00%3A00Z&ate=2027-03-10T14%3A00%3A00Z");
            return usage(used ? 1 : 0);
        });
        enter();
        page.locator(".abas a[href='#ocupacao']").click();
        page.locator("#dia-ocupacao").fill("2027-03-10");
        page.locator("#dia-ocupacao").dispatchEvent("change");

        Locator rows = page.locator("#mapa tbody tr");
        assertThat(rows.nth(0).locator("td").nth(10)).hasText("100");
        assertThat(rows.nth(1).locator("td").nth(10)).hasText("0");
        assertThat(rows.nth(1).locator("td").nth(11)).hasText("100");
        assertThat(rows.nth(1).locator("th")).containsText("(horário de Fernando de Noronha)");
    }

    /** The operator's page of a server and its points in these zones, opened in Brasília's. */
    private void operator(String server, String... zones) {
        windowIn("America/Sao_Paulo");
        answer("**/status", route -> """
                {"servidor":"server1","status":"online","mqtt_conectado":true,"timestamp":"2027-03-10T12:00:00Z","fuso":"%s"}""".formatted(server));
        answer("**/pontos", route -> "{\"postos\":" + list(zones) + "}");
        page.navigate(server1Url + "/");
        assertThat(page.locator("#tabela-postos tbody tr")).hasCount(zones.length);
    }

    private void enter() {
        button("Entrar").first().click();
        page.getByLabel("Senha").fill(SENHA);
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog")).isHidden();
    }

    private static String row(int posto, String placa, String inicio, String fim, String zone) {
        return """
                {"reserva_id":"server1-%s","server_id":"server1","posto_id":%d,"posto":"Posto","placa":"%s","inicio":"%s","fim":"%s",
                 "fuso":"%s","situacao":"CONFIRMADA","criada_em":"2027-03-01T12:00:00Z"}""".formatted(placa, posto, placa, inicio, fim, zone);
    }

    private static String usage(int rate) {
        String usage = """
                {"reservas":{"PRE_RESERVADA":0,"CONFIRMADA":0,"EM_ANDAMENTO":0,"CONCLUIDA":0,"CANCELADA":0,"EXPIRADA":0},
                 "horas_reservadas":0,"taxa_ocupacao":%d,"carregamentos":0,"energia_kwh":0,"receita":0}""".formatted(rate);
        return """
                {"total":%1$s,"postos":[{"posto_id":1,"posto":"Posto","uso":%1$s},{"posto_id":2,"posto":"Posto","uso":%1$s}]}""".formatted(usage);
    }

    /** The only points, numbered from 1, one in each zone. */
    private void points(String... zones) {
        answer("**/postos?agenda=true*", route -> """
                {"status":"sucesso","codigo":"OK","servidores":["server1"],"sem_resposta":[],"postos":%s}""".formatted(list(zones)));
    }

    /** All taken for an hour from ten in Brasília. */
    private static String list(String... zones) {
        List<String> points = new ArrayList<>();
        for (String zone : zones) {
            Instant taken = MORNING.toInstant(ZoneOffset.ofHours(-3));
            points.add("""
                    {"id":%d,"server_id":"server1","nome":"Posto","cidade":"Cidade","uf":"PE","localizacao":"-3.8396,-32.4139",
                     "potencia_maxima":50,"tipo_conector":"CCS2","preco_kwh":2,"disponivel":true,"em_manutencao":false,
                     "ocupado":[%s],"fuso":"%s"}""".formatted(
                            points.size() + 1,
                            zones.length == 1
                                    ? ""
                                    : "{\"inicio\":\"%s\",\"fim\":\"%s\"}".formatted(taken, taken.plusSeconds(3600)),
                            zone));
        }
        return points.toString();
    }

    private static String reservation(String inicio, String fim, String zone) {
        return """
                {"status":"sucesso","codigo":"OK","reserva_id":"server1-9","codigo_reserva":"c0d1g0","server_id":"server1","posto_id":1,
                 "placa":"ABC1D23","inicio":"%s","fim":"%s","fuso":"%s","situacao":"CONFIRMADA"}""".formatted(inicio, fim, zone);
    }

    /** What a request gets instead of what the system would answer. */
    private interface Answer {
        String to(Route route);
    }

    private void answer(String url, Answer answer) {
        page.route(
                url,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(answer.to(route))));
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
