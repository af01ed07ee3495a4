package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.testkit.ServerSentEvents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drivers' page in a browser, on the whole system. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class PaginaMotoristaTest extends PaginaTest {

    private static final AtomicInteger CARS = new AtomicInteger();

    @Test
    void filtersTheListAndKeepsWhatWasAskedForInTheAddress() {
        open("/");
        thereAre(150);

        field("Cidade ou posto").fill("joao pessoa");
        assertThat(rows()).hasCount(7);
        page.getByText("Mais filtros").click();
        page.locator("[name=operador]").selectOption("server3");
        page.locator("[name=conector]").selectOption("CCS2");
        page.locator("[name=potencia]").selectOption("50");
        int fast = rows().count();
        assertThat(fast).isBetween(1, 6);
        page.locator("[name=preco]").fill("0.5");
        assertThat(rows()).hasCount(0);
        assertThat(page.getByText("Nenhum posto com esses filtros")).isVisible();
        page.locator("[name=preco]").fill("");
        assertThat(rows()).hasCount(fast);

        assertThat(page.url()).contains("cidade=joao+pessoa", "operador=server3", "conector=CCS2", "potencia=50");
        page.reload();
        assertThat(rows()).hasCount(fast);
        assertThat(field("Cidade ou posto")).hasValue("joao pessoa");

        page.getByText("Limpar os filtros").click();
        thereAre(150);
    }

    @Test
    void theFiltersSayWhatTheAddressSaysAfterGoingBack() {
        open("/?cidade=penedo");
        link("Minhas reservas").click();
        link("Postos").click();
        field("Cidade ou posto").fill("recife");

        page.goBack();
        page.goBack();

        assertThat(page).hasURL(Pattern.compile("cidade=penedo"));
        assertThat(field("Cidade ou posto")).hasValue("penedo");
    }

    @Test
    void onlyPointsThatAreFreeAllThroughAWindowAreLeftByIt() {
        client.reservar(body("server1", 40, plate(), 2));
        open("/?operador=server1&livre=agora");
        assertThat(rows()).not().hasCount(0);
        assertThat(row("server1", 40)).hasCount(0);
        assertThat(row("server1", 41)).isVisible();

        field("Disponibilidade").selectOption("janela");
        assertThat(field("A partir de")).not().hasValue("");
        assertThat(row("server1", 40)).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("livre=janela"));
    }

    @Test
    void whoHasNeverSeenThePageReservesInThreeClicksAndThePlate() {
        open("/");

        row("server2", 3).click();
        field("Placa do carro").fill("abc-1d23");
        button("Reservar").click();

        assertThat(page.getByText("Reservado!")).isVisible();
        String codigo = page.locator(".feito .codigo-reserva").textContent();
        assertThat(codigo).hasSizeGreaterThan(15);
        assertThat(page.locator(".feito")).containsText("ABC1D23");
        // that the point is taken now is not said beside it: one would doubt by whom
        assertThat(page.locator("#visao-posto .posto-cabeca")).not().isVisible();
        nothingSerious();
        // kept on this device, without the plate
        button("Minhas reservas").click();
        page.reload();
        assertThat(page.locator(".reserva")).containsText("Confirmada");
        assertThat(page.locator(".reserva .codigo-reserva")).hasText(codigo);
        assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)")))
                .doesNotContain("ABC1D23");
    }

    @Test
    void aSlotThatSomebodyElseHasIsSaidAndAnotherPointIsOneClickAway() {
        client.reservar(body("server1", 5, plate(), 2));
        open("/?posto=server1:5");
        assertThat(page.locator(".posto-cabeca .etiqueta")).hasText("Ocupado");
        // what is offered is the first time at which it is free
        assertThat(page.locator("input[value=depois]")).isChecked();

        when("agora");
        assertThat(page.locator("[data-impedido]")).containsText("Nesse horário o posto não está livre");
        assertThat(page.locator("#visao-posto .resumo").first()).isHidden();
        nothingSerious();
        field("Placa do carro").fill(plate());
        button("Reservar").click();

        assertThat(page.locator("[data-codigo=POSTO_OCUPADO]")).containsText("está ocupado nesse horário");
        page.locator(".alternativa").first().click();
        assertThat(page.getByText("Reservado!")).isVisible();
    }

    /** Of the points that the servers begin with, two of each are equal and stand at one place. */
    @Test
    void whoIsContentWithAnyEqualPointOfAPlaceGetsTheOtherOneAndIsToldWhich() {
        String anyEqual = "Serve qualquer posto igual deste local";
        client.reservar(body("server1", 11, plate(), 2));
        open("/?posto=server1:11", 360, 740, ColorScheme.LIGHT);
        when("agora");
        assertThat(field(anyEqual)).not().isChecked();

        field(anyEqual).check();
        nothingAtAll();
        nothingIsWiderThan(360);
        field("Placa do carro").fill(plate());
        button("Reservar").click();

        assertThat(page.locator(".feito")).containsText("Iguatemi 2 é seu");
        assertThat(page.locator("[data-em-vez-de='server1:11']")).containsText("Iguatemi não estava livre");
        nothingSerious();
        picture("equivalente" + suffix(360, ColorScheme.LIGHT), 360);
        page.locator("[data-em-vez-de] a").click();
        assertThat(page.locator("#visao-posto h1")).hasText("Iguatemi 2");
        assertThat(page.locator(".posto-cabeca .etiqueta")).hasText("Ocupado");
        link("Minhas reservas").click();
        assertThat(page.locator(".reserva h3 a")).hasAttribute("href", Pattern.compile("server1%3A13$"));

        // both are taken now
        page.navigate(clientUrl + "/?posto=server1:11");
        when("agora");
        field(anyEqual).check();
        field("Placa do carro").fill(plate());
        button("Reservar").click();
        assertThat(page.locator("[data-codigo=POSTO_OCUPADO]"))
                .containsText("nenhum posto igual do mesmo local está livre");
    }

    @Test
    void wherePointsAreNotEqualNobodyIsAskedWhetherAnotherWillDo() {
        open("/?posto=server1:7");
        when("agora");

        assertThat(page.locator("[name=aceita_equivalente]")).not().isVisible();
    }

    @Test
    void aPlateThatIsNoneIsSaidAtItsFieldAndNothingIsAsked() {
        List<String> asked = new CopyOnWriteArrayList<>();
        open("/?posto=server3:9");
        page.onRequest(request -> asked.add(request.method()));

        field("Placa do carro").fill("12");
        button("Reservar").click();

        assertThat(page.getByText("Escreva a placa como")).isVisible();
        assertThat(field("Placa do carro")).isFocused();
        assertThat(asked).doesNotContain("POST");
    }

    @Test
    void aPointOfAnOperatorThatAnnouncesNothingIsReservedOnlyFromNowOn() {
        List<String> bodies = new CopyOnWriteArrayList<>();
        window(1280, 800, ColorScheme.LIGHT);
        page.route(
                "**/eventos",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event: servidor\ndata: {\"server_id\":\"server8\",\"sem_presenca\":true}\n\n")));
        answer("**/servidores", """
                {"servidores":[{"server_id":"server8","sem_presenca":true}]}""");
        answer("**/postos?agenda=true*", """
                {"servidores":["server8"],"sem_resposta":[],"postos":[
                 {"id":1,"server_id":"server8","nome":"Antigo","localizacao":"-12.2,-38.9","potencia_maxima":50,
                  "tipo_conector":"CCS2","preco_kwh":2,"disponivel":true,"em_manutencao":false}]}""");
        page.route("**/reservar", route -> {
            bodies.add(route.request().postData());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("""
                    {"status":"sucesso","codigo":"OK","mensagem":"O posto Antigo foi reservado"}"""));
        });
        page.navigate(clientUrl + "/?posto=server8:1");

        assertThat(page.getByText("Escolher horário", new Page.GetByTextOptions().setExact(true)))
                .not()
                .isVisible();
        assertThat(field("Placa do carro")).isVisible();
        field("Placa do carro").fill(plate());
        button("Reservar").click();

        assertThat(page.getByText("Reservado!")).isVisible();
        assertThat(page.locator(".feito")).containsText("a partir de agora");
        assertThat(page.locator("#visao-posto")).not().containsText("undefined");
        assertThat(page.locator(".feito .codigo-reserva")).hasCount(0);
        assertThat(bodies).hasSize(1).noneMatch(body -> body.contains("inicio") || body.contains("fim"));
    }

    private void answer(String url, String json) {
        page.route(
                url,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
    }

    @Test
    void aRequestWhoseAnswerIsLostIsRepeatedAsTheSameRequest() {
        List<String> keys = new CopyOnWriteArrayList<>();
        open("/?posto=server2:9");
        page.route("**/reservar", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            if (keys.size() == 1) {
                // it arrives, and the answer does not
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        String plate = plate();

        field("Placa do carro").fill(plate);
        button("Reservar").click();

        assertThat(page.getByText("Reservado!")).isVisible();
        assertThat(keys).hasSize(2).doesNotContainNull();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(reservations(plate)).hasSize(1);
    }

    @Test
    void aRequestThatGotNoAnswerIsAskedForAgainAfterAReload() {
        open("/?posto=server2:10");
        page.route("**/reservar", route -> {
            route.fetch();
            route.abort();
        });
        String plate = plate();
        field("Placa do carro").fill(plate);
        button("Reservar").click();
        assertThat(page.locator("[data-codigo=SEM_REDE]")).isVisible();

        page.unroute("**/reservar");
        page.navigate(clientUrl + "/?ver=reservas");
        button("Perguntar de novo").click();

        assertThat(page.locator(".reserva")).containsText("Confirmada");
        assertThat(button("Perguntar de novo")).hasCount(0);
        assertThat(reservations(plate)).hasSize(1);
    }

    @Test
    void aRequestThatGotNoAnswerIsStillThereWhenAnotherPointWasTried() {
        List<String> keys = new CopyOnWriteArrayList<>();
        open("/?posto=server2:41");
        loseRequests(keys);
        String first = plate();
        String second = plate();
        reserveInVain(first);
        button("Todos os postos").first().click();
        row("server2", 42).click();
        reserveInVain(second);
        assertThat(Set.copyOf(keys)).hasSize(2);

        page.unroute("**/reservar");
        link("Minhas reservas").click();
        assertThat(button("Perguntar de novo")).hasCount(2);
        button("Perguntar de novo").first().click();
        assertThat(button("Perguntar de novo")).hasCount(1);
        button("Perguntar de novo").click();

        assertThat(button("Perguntar de novo")).hasCount(0);
        assertThat(page.locator(".reserva")).hasCount(2);
        for (String plate : List.of(first, second)) {
            assertThat(reservations(plate)).hasSize(1);
        }
    }

    @Test
    void anotherDurationIsAnotherRequestAndTheSameOneIsTheSame() {
        List<String> keys = new CopyOnWriteArrayList<>();
        open("/?posto=server2:43");
        loseRequests(keys);
        String plate = plate();
        page.locator("[name=tempo]").selectOption("30");
        reserveInVain(plate);
        String half = keys.get(keys.size() - 1);
        page.locator("[name=tempo]").selectOption("60");
        reserveInVain(plate);
        String whole = keys.get(keys.size() - 1);
        page.locator("[name=tempo]").selectOption("30");
        reserveInVain(plate);
        assertThat(whole).isNotEqualTo(half);
        assertThat(keys.get(keys.size() - 1)).isEqualTo(half);

        page.unroute("**/reservar");
        page.locator("[name=tempo]").selectOption("60");
        button("Reservar").click();

        assertThat(page.getByText("Reservado!")).isVisible();
        List<JsonNode> reservations = reservations(plate);
        assertThat(reservations).hasSize(1);
        assertThat(Duration.between(time(reservations.get(0), "inicio"), time(reservations.get(0), "fim")))
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void aLinkToAPointThatIsNoneSaysSo() {
        open("/?posto=server1:9999");

        assertThat(page.locator("[data-codigo=POSTO_INEXISTENTE]")).isVisible();
        button("Todos os postos").click();
        thereAre(150);
    }

    @Test
    void aReservationIsMovedAndCancelled() {
        String plate = plate();
        reserve("server3", 14, plate);
        button("Minhas reservas").click();
        Locator card = page.locator(".reserva");
        String before = card.locator("p").first().textContent();

        button(card, "Mudar horário").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Por quanto tempo").selectOption("480");
        button(page.getByRole(AriaRole.DIALOG), "Mudar").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(card.locator("p").first()).not().hasText(before);

        button(card, "Cancelar").click();
        field("Motivo, se quiser").fill("Mudei de planos");
        button("Cancelar a reserva").click();
        assertThat(card.locator(".etiqueta")).hasText("Cancelada");
        card.getByText("Histórico").click();
        assertThat(card).containsText("Mudei de planos");

        button(card, "Esquecer").click();
        assertThat(page.locator(".reserva")).hasCount(0);
    }

    @Test
    void aReservationThatHasBegunIsProlongedAndBeginsWhenItBegan() {
        String plate = plate();
        reserve("server3", 45, plate);
        OffsetDateTime begin = time(reservations(plate).get(0), "inicio");
        List<JsonNode> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                asked.add(json(request.postData()));
            }
        });

        button("Minhas reservas").click();
        button(page.locator(".reserva"), "Mudar horário").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Por quanto tempo").selectOption("480");
        button(page.getByRole(AriaRole.DIALOG), "Mudar").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).has("inicio")).isFalse();
        JsonNode after = reservations(plate).get(0);
        assertThat(time(after, "inicio")).isEqualTo(begin);
        assertThat(time(after, "fim")).isEqualTo(begin.plusHours(8));
    }

    @Test
    void untilWhenToArriveWhatWasAgreedAndWhatHasChangedSinceIsSaid() {
        reserve("server3", 47, plate());
        assertThat(page.locator(".feito")).containsText("Chegue até");
        assertThat(page.locator(".feito")).containsText("Combinado: R$");
        button("Minhas reservas").click();
        assertThat(page.locator(".reserva [data-combinado]")).containsText("Chegue até");

        servers.get(2).put("/pontos/47/disponibilidade", "{\"disponivel\":false}", "Authorization", credential());
        assertThat(page.locator(".reserva [data-aviso]")).containsText("O posto foi desligado pelo operador");
        assertThat(page.locator(".reserva .etiqueta")).hasText("Confirmada");

        servers.get(2).put("/pontos/47/disponibilidade", "{\"disponivel\":true}", "Authorization", credential());
        assertThat(page.locator(".reserva [data-aviso]")).hasCount(0);
    }

    @Test
    void untilWhenToArriveIsSaidBeforeOneReserves() {
        open("/?posto=server3:48");
        when("depois");
        field("Início").fill("2126-12-24T14:00");
        field("Por quanto tempo").selectOption("120");
        assertThat(page.locator("[data-chegada]")).containsText("14:15: o posto espera 15 min");
        assertThat(page.locator("#visao-posto .resumo").first()).isVisible();
        // what is refused is said at its field, too
        field("Placa do carro").fill(plate());
        refuse("**/reservar", 409, "{\"status\":\"erro\",\"codigo\":\"POSTO_OCUPADO\"}");
        button("Reservar").click();
        assertThat(page.locator("[data-codigo=POSTO_OCUPADO]")).isVisible();
        assertThat(field("Início")).hasAttribute("aria-invalid", "true");

        field("Início").fill("2020-12-24T14:00");
        assertThat(page.locator("[data-impedido]")).containsText("Esse início já passou");
        assertThat(page.locator("#visao-posto .resumo").first()).isHidden();
        assertThat(page.locator("[data-chegada]")).hasText("");
        button("Reservar").click();
        assertThat(field("Início")).isFocused();

        // nobody is waited for after the end
        field("Início").fill("");
        assertThat(page.locator("[data-chegada]")).hasText("");
    }

    @Test
    void aReservationThatStillCountsIsForgottenOnlyByWhoSaysSoTwice() {
        reserve("server3", 49, plate());
        String codigo = page.locator(".feito .codigo-reserva").textContent();
        button("Minhas reservas").click();

        button(page.locator(".reserva"), "Esquecer").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(codigo);
        nothingSerious();
        button(page.getByRole(AriaRole.DIALOG), "Voltar").click();
        assertThat(page.locator(".reserva .codigo-reserva")).hasText(codigo);
        assertThat(button(page.locator(".reserva"), "Esquecer")).isFocused();

        button(page.locator(".reserva"), "Esquecer").click();
        button("Esquecer mesmo assim").press("Enter");
        assertThat(page.locator(".reserva")).hasCount(0);
        assertThat(page.locator("#visao-reservas h1")).isFocused();
    }

    @Test
    void whatIsToComeStandsBeforeWhatIsOverTheSoonestFirstAndLeadsToItsPoint() {
        reserve("server3", 24, plate());
        page.evaluate("""
                () => {
                  const [feita] = JSON.parse(localStorage.getItem('recarga.reservas'));
                  const outra = (id, inicio, situacao) => ({ ...feita, reserva_id: id, nome: id, codigo: 'nenhum', inicio, fim: '2127-01-30T12:00:00Z', situacao });
                  localStorage.setItem('recarga.reservas', JSON.stringify([
                    outra('antiga', '2120-01-01T10:00:00Z', 'CANCELADA'),
                    outra('tarde', '2127-01-20T10:00:00Z', 'CONFIRMADA'),
                    outra('recente', '2126-01-02T10:00:00Z', 'CONCLUIDA'),
                    outra('cedo', '2127-01-10T10:00:00Z', 'CONFIRMADA'),
                    feita,
                  ]));
                }""");
        String name = page.locator(".feito p").first().textContent().split(" é seu")[0];

        page.navigate(clientUrl + "/?ver=reservas");
        assertThat(page.locator(".reserva h3")).hasText(new String[] {name, "cedo", "tarde", "recente", "antiga"});

        page.locator(".reserva h3 a").first().click();
        assertThat(page).hasURL(Pattern.compile("posto=server3%3A24$"));
        assertThat(page.locator("#titulo-posto")).hasText(name);
    }

    @Test
    void aReservationIsTakenAlongAsAnEntryOfTheCalendarThatDoesNotTellItsCode() throws IOException {
        reserve("server3", 23, plate());
        String codigo = page.locator(".feito .codigo-reserva").textContent();
        assertThat(page.locator(".feito")).containsText("Estimativa: até R$");
        JsonNode made = json(String.valueOf(
                page.evaluate("JSON.stringify(JSON.parse(localStorage.getItem('recarga.reservas'))[0])")));

        Download download = page.waitForDownload(() -> button("Pôr na agenda").click());

        assertThat(download.suggestedFilename()).isEqualTo("recarga.ics");
        String file = Files.readString(download.path());
        assertThat(file.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file.replace("\r\n ", ""))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains(
                        "UID:" + made.get("reserva_id").asText() + "\r\n",
                        "DTSTART:" + basic(made, "inicio") + "\r\n",
                        "DTEND:" + basic(made, "fim") + "\r\n",
                        "GEO:-",
                        "Chegue até")
                .containsPattern("Chegue até \\d\\d/\\d\\d \\d\\d:\\d\\d")
                .doesNotContain(codigo);
        assertThat(page.locator(".feito")
                        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Como chegar"))
                        .getByText("OpenStreetMap"))
                .hasAttribute("href", Pattern.compile("^https://www\\.openstreetmap\\.org/directions\\?to=-"));
    }

    private static String basic(JsonNode reservation, String field) {
        return time(reservation, field)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"));
    }

    @Test
    void whatIsSharedSaysWhereAndWhenAndNotTheCode() {
        reserve("server3", 22, plate());
        String codigo = page.locator(".feito .codigo-reserva").textContent();
        page.evaluate("() => { navigator.share = async (dados) => { window.dado = dados.text; }; }");

        button("Compartilhar").click();

        String shared = String.valueOf(page.evaluate("window.dado"));
        assertThat(shared).contains("Chegue até", "openstreetmap.org").doesNotContain(codigo, "hoje", "amanhã");
        // whoever reads it later still knows on which day
        assertThat(shared).containsPattern(", \\d\\d/\\d\\d \\d\\d:\\d\\d – ");
        assertThat(shared.lines().count()).isEqualTo(3);
    }

    @Test
    void anotherDeviceTakesAReservationOverFromItsCode() {
        reserve("server3", 21, plate());
        String codigo = page.locator(".feito .codigo-reserva").textContent();
        page.waitForFunction("JSON.parse(localStorage.getItem('recarga.reservas'))[0].qr !== undefined");
        page.route("**/qr", Route::abort);
        page.locator(".feito").getByText("Código para outro aparelho (QR)").click();
        assertThat(page.getByLabel("Código QR desta reserva")).isInViewport(new IsInViewportOptions().setRatio(1));
        nothingSerious();
        String id = String.valueOf(page.evaluate("JSON.parse(localStorage.getItem('recarga.reservas'))[0].reserva_id"));
        String name = page.locator(".feito p").first().textContent().split(" é seu")[0];

        page.evaluate("localStorage.clear()");
        page.navigate("about:blank");
        page.navigate(clientUrl + "/?ver=reservas#reserva=%s&codigo=%s".formatted(id, codigo));

        assertThat(page.locator(".reserva")).containsText(name);
        assertThat(button(page.locator(".reserva"), "Cancelar")).isVisible();
        assertThat(page).hasURL(clientUrl + "/?ver=reservas");
    }

    @Test
    void whatAnotherDeviceHandsOverIsAskedForAgainAndAddsToWhatIsKnown() {
        reserve("server3", 25, plate());
        String kept = "JSON.stringify(JSON.parse(localStorage.getItem('recarga.reservas'))[0])";
        JsonNode before = json(String.valueOf(page.evaluate(kept)));
        button("Minhas reservas").click();
        page.route("**/reservas/*", Route::abort);

        page.evaluate(
                "address => { location.hash = address; }",
                "reserva=%s&codigo=%s"
                        .formatted(
                                before.path("reserva_id").asText(),
                                before.path("codigo").asText()));

        assertThat(page).hasURL(clientUrl + "/?ver=reservas");
        assertThat(page.locator("#reservas-achadas [data-codigo=SEM_REDE]")).isVisible();
        page.unroute("**/reservas/*");
        button(page.locator("#reservas-achadas"), "Tentar de novo").click();
        assertThat(page.locator("#reservas-achadas > *")).hasCount(0);
        assertThat(page.locator("#visao-reservas h1")).isFocused();
        JsonNode after = json(String.valueOf(page.evaluate(kept)));
        assertThat(after.path("carga")).isNotEmpty().isEqualTo(before.path("carga"));
        assertThat(after.path("cidade").asText())
                .isEqualTo(before.path("cidade").asText());
    }

    @Test
    void theKeyboardStaysOnThePointThatIsDrawnAnew() {
        open("/?posto=server1:32");
        Locator star = button("Favorito");
        star.press("Enter");
        available(32, false);
        try {
            assertThat(page.locator(".posto-cabeca .etiqueta")).hasText("Indisponível");
            assertThat(star).isFocused();
            assertThat(star).hasAttribute("aria-pressed", "true");
        } finally {
            available(32, true);
        }
    }

    @Test
    void howLongAPointIsToBeFreeIsAsLongAsALinkAsksFor() {
        open("/?livre=janela&de=%sT10:00&por=47"
                .formatted(OffsetDateTime.now().plusDays(2).toLocalDate()));
        assertThat(page.locator("[name=por]")).hasValue("47");

        row("server2", 3).click();
        assertThat(page.locator("#visao-posto [name=tempo]")).hasValue("47");
    }

    @Test
    void whoWaitsForAPointIsToldWhenItIsGivenBackAndReservesIt() {
        Api.Answer made = client.reservar(body("server1", 46, plate(), 2));
        open("/?posto=server1:46");
        assertThat(page.locator(".posto-cabeca .etiqueta")).hasText("Ocupado");
        // what is filled in begins when it is free
        assertThat(button("Avise-me se vagar antes")).isVisible();
        when("agora");
        button("Avise-me quando vagar").click();
        assertThat(page.getByText("Quando vagar, esta página avisa")).isFocused();
        assertThat(button("Avise-me quando vagar")).isHidden();
        when("depois");
        assertThat(button("Avise-me se vagar antes")).isHidden();
        assertThat(page.getByText("Quando vagar, esta página avisa")).isVisible();
        when("agora");
        button("Todos os postos").click();
        assertThat(row("server1", 46)).isFocused();
        link("Minhas reservas").click();
        assertThat(page.locator("[data-espera]")).containsText("assim que vagar, até");

        giveBack(made);

        assertThat(page.locator("[data-vaga]")).containsText("Livre desde");
        nothingSerious();
        page.locator("[data-vaga]").getByText("Reservar").click();
        assertThat(page.locator("[data-vaga]")).hasCount(0);
        field("Placa do carro").fill(plate());
        button("Reservar").click();
        assertThat(page.getByText("Reservado!")).isVisible();
    }

    @Test
    void whoDidNotListenLearnsOfWhatWasGivenBackMeanwhile() throws Exception {
        Api.Answer made = client.reservar(body("server1", 47, plate(), 2));
        open("/?posto=server1:47");
        when("agora");
        button("Avise-me quando vagar").click();
        assertThat(page.getByText("Quando vagar, esta página avisa")).isVisible();
        String wait = String.valueOf(page.evaluate("JSON.parse(localStorage.getItem('recarga.esperas'))[0].espera_id"));
        page.navigate("about:blank");

        try (ServerSentEvents others = ServerSentEvents.open(URI.create(clientUrl + "/eventos"))) {
            giveBack(made);
            await().until(() ->
                    others.events().stream().anyMatch(event -> event.data().contains(wait)));
        }
        page.navigate(clientUrl + "/");

        assertThat(page.locator("[data-vaga]")).containsText("Livre desde");
        // until the driver has answered
        page.reload();
        assertThat(page.locator("[data-vaga]")).hasCount(1);
        assertThat(page.locator("[data-vaga]")).containsText("Livre desde");
        button("Não preciso mais").click();
        page.reload();
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
        assertThat(page.locator("[data-vaga]")).hasCount(0);
    }

    @Test
    void whoGivesUpWaitingIsNotWaitedForAnyMore() {
        client.reservar(body("server1", 48, plate(), 2));
        open("/?posto=server1:48");
        when("agora");
        button("Avise-me quando vagar").click();
        assertThat(button("Avise-me quando vagar")).not().isVisible();
        link("Minhas reservas").click();
        AtomicInteger deleted = new AtomicInteger();
        page.onRequest(request -> deleted.addAndGet(request.method().equals("DELETE") ? 1 : 0));

        button("Desistir").click();

        assertThat(page.locator("[data-espera]")).hasCount(0);
        page.waitForCondition(() -> deleted.get() == 1);
    }

    @Test
    void aFavouriteIsKeptShownAsItStandsAndLeadsToItsPoint() {
        open("/?posto=server1:43");
        String name = page.locator("#titulo-posto").textContent();
        assertThat(button("Favorito")).hasAttribute("aria-pressed", "false");
        button("Favorito").click();
        assertThat(button("Favorito")).hasAttribute("aria-pressed", "true");

        link("Minhas reservas").click();
        page.reload();
        Locator favourite = page.locator("li[data-favorito='server1:43']");
        assertThat(favourite).containsText(name);
        assertThat(favourite.locator(".etiqueta")).hasText("Livre");
        maintenance(43, true);
        try {
            assertThat(favourite.locator(".etiqueta")).hasText("Manutenção");
        } finally {
            maintenance(43, false);
        }
        nothingSerious();

        favourite.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#titulo-posto")).hasText(name);
        button("Favorito").click();
        link("Minhas reservas").click();
        assertThat(page.locator("li[data-favorito]")).hasCount(0);
    }

    @Test
    void whoChargesMovesOnlyTheEnd() {
        String plate = plate();
        reserve("server3", 46, plate);
        button("Minhas reservas").click();
        JsonNode made = reservations(plate).get(0);
        servers.get(2)
                .post(
                        "/pontos/46/carregamento",
                        "{\"reserva_id\":\"%s\"}"
                                .formatted(page.locator(".reserva").getAttribute("data-reserva")),
                        "Authorization",
                        credential());
        page.reload();

        assertThat(page.locator(".reserva .etiqueta")).hasText("Carregando agora");
        assertThat(button(page.locator(".reserva"), "Cancelar")).hasCount(0);
        button(page.locator(".reserva"), "Mudar horário").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("Início")).hasCount(0);
        page.getByRole(AriaRole.DIALOG).getByLabel("Por quanto tempo").selectOption("480");
        button(page.getByRole(AriaRole.DIALOG), "Mudar").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        JsonNode after = reservations(plate).get(0);
        assertThat(time(after, "inicio")).isEqualTo(time(made, "inicio"));
        assertThat(time(after, "fim")).isEqualTo(time(made, "inicio").plusHours(8));
    }

    @Test
    void aReservationIsFoundByPlateAndCodeOnAnotherDevice() {
        String plate = plate();
        Api.Answer made = client.reservar(body("server2", 20, plate, 1));
        open("/?ver=reservas");

        field("Placa do carro").fill(plate);
        button("Procurar").click();
        assertThat(page.locator("#reservas-achadas")).containsText("Escreva o código");
        assertThat(page.locator("#reservas-achadas .reserva")).hasCount(0);

        field("Código da reserva").fill(made.body().get("codigo_reserva").asText());
        button("Procurar").click();
        button("Guardar neste aparelho").click();
        page.reload();
        assertThat(button(page.locator(".reserva"), "Cancelar")).isVisible();
        assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)")))
                .doesNotContain(plate);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKeyboardIsWhereItWasAfterAReservationWasChanged(boolean kept) {
        String plate = plate();
        Api.Answer made = client.reservar(body("server2", kept ? 22 : 24, plate, 1));
        open("/?ver=reservas");
        field("Placa do carro").fill(plate);
        field("Código da reserva").fill(made.body().get("codigo_reserva").asText());
        button("Procurar").click();
        if (kept) {
            button("Guardar neste aparelho").click();
        }

        button("Mudar horário").press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Por quanto tempo").selectOption("480");
        button(dialog, "Mudar").press("Enter");
        assertThat(dialog).hasCount(0);
        assertThat(button("Mudar horário")).isFocused();

        button("Cancelar").press("Enter");
        button("Cancelar a reserva").press("Enter");
        assertThat(page.locator(".reserva .etiqueta")).hasText("Cancelada");
        // there is nothing left to be pressed for it
        assertThat(page.locator(".reserva h3")).isFocused();
    }

    @Test
    void whatTheOperatorDoesIsSeenWithoutAReload() {
        reserve("server1", 30, plate());
        button("Minhas reservas").click();
        assertThat(page.locator(".reserva .etiqueta")).hasText("Confirmada");
        page.evaluate("window.semRecarregar = true");

        maintenance(30, true);
        try {
            assertThat(page.locator(".reserva .etiqueta")).hasText("Cancelada");
            assertThat(page.locator(".reserva [data-ultimo]")).containsText("Cancelada pelo operador");
            link("Postos").click();
            // wherever the driver is, and until he says that he has read it
            assertThat(page.locator("[data-recado]")).containsText("Cancelada pelo operador");
            assertThat(page.locator("[data-recado]")).containsText("em manutenção");
            nothingSerious();
            assertThat(row("server1", 30).locator(".etiqueta")).hasText("Manutenção");
            maintenance(30, false);
            assertThat(row("server1", 30).locator(".etiqueta")).hasText("Livre");
        } finally {
            maintenance(30, false);
        }
        assertThat(page.evaluate("window.semRecarregar")).isEqualTo(true);
        page.locator("#idioma").click();
        assertThat(page.locator("[data-recado]")).containsText("Cancelled by the operator");
        button("Got it").click();
        assertThat(page.locator("[data-recado]")).hasCount(0);
        assertThat(page.locator("#painel")).isFocused();
        page.reload();
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
        assertThat(page.locator("[data-recado]")).hasCount(0);
    }

    /** Of the points that the servers begin with, number 13 is like number 11 and beside it. */
    @Test
    void whatCouldNotBeFetchedWhenItWasAnnouncedIsToldLater() {
        reserve("server1", 31, plate());
        button("Minhas reservas").click();
        assertThat(page.locator(".reserva .etiqueta")).hasText("Confirmada");
        page.route("**/reservas/*", Route::abort);

        maintenance(31, true);
        try {
            assertThat(page.locator(".reserva .etiqueta")).hasText("Cancelada");
            assertThat(page.locator("[data-recado]")).hasCount(0);
            page.unroute("**/reservas/*");
            page.reload();

            assertThat(page.locator("[data-recado]")).containsText("Cancelada pelo operador");
        } finally {
            maintenance(31, false);
        }
    }

    @Test
    void whoWasAwayLearnsThatTheOperatorHasMovedHisReservationAndWhy() {
        reserve("server1", 11, plate());
        JsonNode made = json(String.valueOf(
                page.evaluate("JSON.stringify(JSON.parse(localStorage.getItem('recarga.reservas'))[0])")));
        page.navigate("about:blank");
        assertThat(server1.put(
                                "/reservas/%s/posto"
                                        .formatted(made.get("reserva_id").asText()),
                                "{\"posto_id\":13,\"motivo\":\"Poda na calçada\"}",
                                "Authorization",
                                credential())
                        .status())
                .isEqualTo(200);

        page.navigate(clientUrl + "/");

        Locator told = page.locator("[data-recado]");
        assertThat(told).containsText("Iguatemi 2");
        assertThat(told).containsText("Mudada pelo operador");
        assertThat(told).containsText("Poda na calçada");
        page.reload();
        assertThat(told).containsText("Poda na calçada");
        link("Minhas reservas").click();
        assertThat(page.locator(".reserva [data-ultimo]")).containsText("Poda na calçada");
    }

    @Test
    void whatAnAnswerOrAnEventSaysIsNotAskedForOnceMore() {
        open("/?posto=server1:28");
        AtomicInteger lists = countRequests("server_id=server1");
        AtomicInteger listsOfOthers = countRequests("server_id=server2");

        field("Placa do carro").fill(plate());
        button("Reservar").click();
        assertThat(page.getByText("Reservado!")).isVisible();
        link("Postos").click();
        assertThat(row("server1", 28).locator(".etiqueta")).hasText("Ocupado");
        maintenance(29, true);
        try {
            assertThat(row("server1", 29).locator(".etiqueta")).hasText("Manutenção");
        } finally {
            maintenance(29, false);
        }
        assertThat(row("server1", 29).locator(".etiqueta")).hasText("Livre");

        // whether it is taken or switched off is in no event, and what is asked for waits as long for each operator
        client.reservar(body("server2", 45, plate(), 2));
        page.waitForCondition(() -> listsOfOthers.get() > 0);
        assertThat(lists).hasValue(0);
    }

    @Test
    void whatTheDeviceKeepsOfItsDriverIsForgottenAllAtOnce() {
        reserve("server3", 32, plate());
        page.evaluate("localStorage.setItem('recarga.carro', JSON.stringify({ placa: 'ABC1D23' }))");
        button("Minhas reservas").click();
        assertThat(page.locator(".reserva")).hasCount(1);

        button("Esquecer tudo neste aparelho").click();
        button(page.getByRole(AriaRole.DIALOG), "Esquecer").click();

        page.waitForFunction(
                "['reservas', 'viagens', 'carro'].every((nome) => !localStorage.getItem(`recarga.${nome}`))");
        assertThat(button("Esquecer tudo neste aparelho")).hasCount(0);
        assertThat(page.locator(".reserva")).hasCount(0);
    }

    @Test
    void aPointThatIsSwitchedOffIsNotCalledOccupied() {
        open("/");
        // or the list would bring what no event has told, and so none would take it back
        assertThat(row("server1", 31).locator(".etiqueta")).hasText("Livre");
        available(31, false);
        try {
            assertThat(row("server1", 31).locator(".etiqueta")).hasText("Indisponível");
        } finally {
            available(31, true);
        }
        assertThat(row("server1", 31).locator(".etiqueta")).hasText("Livre");

        // what is planned without an end does not make a point that is taken now one that is switched off
        asOperator(
                "/pontos/31/manutencao",
                "{\"em_manutencao\":true,\"inicio\":\"%s\"}"
                        .formatted(OffsetDateTime.now().plusDays(2)));
        assertThat(client.reservar("""
                {"placa":"%s","modelo":"BYD","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,"taxa_descarga":0.15,
                 "posto_id":31,"server_id":"server1"}""".formatted(plate())).status()).isEqualTo(200);
        assertThat(row("server1", 31).locator(".etiqueta")).hasText("Ocupado");
    }

    @Test
    void aTripIsPlannedReservedAndCancelled() {
        open("/?ver=viagem");
        plan("João Pessoa", "Feira de Santana", 90);

        assertThat(page.locator(".linha-do-tempo > li")).not().hasCount(0);
        assertThat(page.locator(".plano").first()).containsText("Mais rápida");
        assertThat(page.locator(".mapa-rota")).isVisible();
        assertThat(page.locator(".mapa-alcance").first()).isAttached();
        int stops = page.locator(".linha-do-tempo > li").count() - 2;
        assertThat(page.locator("#mapa .etapa")).hasCount(stops + 2);
        assertThat(page.evaluate("document.scrollingElement.scrollHeight - innerHeight"))
                .isEqualTo(0);
        assertThat(page.locator("[data-estimativa]")).containsText("estimativas: a linha reta");
        for (int stop = 1; stop <= stops; stop++) {
            String said = page.locator(".linha-do-tempo > li").nth(stop).textContent();
            assertThat(said).containsPattern("R\\$.* · [^·]+/[A-Z]{2} · ");
            assertThat(minutesOnTheClock(said)).isEqualTo(minutesSaid(said));
        }
        String address = page.url();

        button("Reservar a viagem inteira").click();
        assertThat(page.locator("[data-andamento=confirmada] .passos > li")).hasCount(stops);
        assertThat(page.locator("[data-andamento=confirmada] .passos .etiqueta"))
                .hasText(Collections.nCopies(stops, "Confirmada").toArray(String[]::new));

        link("Minhas reservas").click();
        page.reload();
        Locator trip = page.locator("[data-viagem]");
        assertThat(trip).containsText("João Pessoa → Feira de Santana");
        assertThat(trip).containsText("Carro: BYD Dolphin · Recargas, estimativa: R$");
        assertThat(trip.locator(".passos > li").first())
                .containsText(Pattern.compile("/[A-Z]{2} · .*Chegue até .*Estimativa: R\\$"));
        assertThat(trip.locator(".passos a[href*='posto=server']")).hasCount(stops);
        trip.getByText("Como chegar e agenda").first().click();
        assertThat(trip.getByText("Google Maps").first()).isVisible();
        nothingSerious();

        // the same plan again: its own stops are in its way
        page.navigate(clientUrl + "/" + address.substring(address.indexOf('?')));
        field("Placa do carro").fill(plate());
        button("Planejar").click();
        assertThat(page.locator("[data-ja-reservada]"))
                .containsText("Você já reservou João Pessoa → Feira de Santana, com saída");
        page.locator("[data-ja-reservada] a").click();
        assertThat(page.locator("#visao-reservas h1")).isFocused();

        button(trip, "Cancelar a viagem").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("João Pessoa → Feira de Santana");
        button("Cancelar todas as paradas").click();
        assertThat(trip.locator(".cartao-titulo .etiqueta")).hasText("Cancelada");
    }

    @Test
    void aStopThatItsOperatorCancelsIsSaidInTheCardOfItsTripAlsoToWhoDidNotHearOfIt() {
        open("/?ver=viagem");
        plan("João Pessoa", "Feira de Santana", 90);
        button("Reservar a viagem inteira").click();
        assertThat(page.locator("[data-andamento=confirmada]")).isVisible();
        link("Minhas reservas").click();
        Locator trip = page.locator("[data-viagem]");
        Locator stops = trip.locator(".passos .etiqueta");
        assertThat(stops.first()).hasText("Confirmada");
        assertThat(trip.locator(".aviso")).hasCount(0);
        JsonNode stored = json((String) page.evaluate("localStorage.getItem('recarga.viagens')"))
                .at("/0/paradas");
        int last = stored.size() - 1;
        assertThat(last).isPositive();

        operatorCancels(stored.get(0));
        assertThat(stops.first()).hasText("Cancelada");
        assertThat(page.locator("[data-recado]")).containsText("A parada 1");
        assertThat(trip.locator("[data-perdidas='1']")).containsText("A parada 1");
        assertThat(trip.locator("[data-perdidas='1']")).containsText("planeje de novo o que falta");
        assertThat(trip.locator(".cartao-titulo .etiqueta")).hasText("Confirmada");

        page.navigate("about:blank");
        operatorShortens(stored.get(last));
        page.navigate(clientUrl + "/?ver=reservas");
        assertThat(page.locator("[data-recado]"))
                .containsText(Pattern.compile("A parada %d .* agora é .* mudou o horário".formatted(last + 1)));

        page.navigate("about:blank");
        operatorCancels(stored.get(last));
        page.navigate(clientUrl + "/?ver=reservas");
        assertThat(stops.last()).hasText("Cancelada");
        assertThat(trip.locator("[data-perdidas='2']")).containsText("A parada %d".formatted(last + 1));
        nothingSerious();
        page.locator("#idioma").click();
        assertThat(trip.locator("[data-perdidas='2']")).containsText("plan the rest again");
    }

    @ParameterizedTest
    @CsvSource({"confirmada, CANCELADA, Cancelada, 1", "em_andamento, undefined, Confirmada, 0"})
    void whatIsKnownOfAStopIsNotForgottenWhileItsOperatorIsSilent(
            String trip, String secondStop, String shown, int lost) {
        open("/");
        page.route(
                "**/viagens/v-1",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                        {"status":"sucesso","codigo":"OK","viagem_id":"v-1","situacao":"confirmada","sem_resposta":["server2"],
                         "paradas":[{"server_id":"server1","posto_id":1,"inicio":"2127-01-10T08:00:00Z","fim":"2127-01-10T09:00:00Z",
                                     "reserva_id":"server1-1","situacao":"CONFIRMADA","codigo":"OK"},
                                    {"server_id":"server2","posto_id":2,"inicio":"2127-01-10T11:00:00Z","fim":"2127-01-10T12:00:00Z",
                                     "reserva_id":"server2-1","situacao":"CONFIRMADA","codigo":"OK"}]}""")));
        page.evaluate("""
                localStorage.setItem('recarga.viagens', JSON.stringify([{viagem_id: 'v-1', codigo: 'c', situacao: '%s',
                  origem: 'A', destino: 'B', paradas: [
                    {server_id: 'server1', posto_id: 1, reserva_id: 'server1-1', nome: 'Um', situacao: 'CONFIRMADA',
                     inicio: '2127-01-10T08:00:00Z', fim: '2127-01-10T09:00:00Z'},
                    {server_id: 'server2', posto_id: 2, reserva_id: 'server2-1', nome: 'Dois', situacao: %s,
                     inicio: '2127-01-10T11:00:00Z', fim: '2127-01-10T12:00:00Z'}]}]))""".formatted(trip, secondStop.equals("undefined") ? secondStop : "'" + secondStop + "'"));
        page.navigate(clientUrl + "/?ver=reservas");

        Locator card = page.locator("[data-viagem]");
        assertThat(card).containsText("Sem resposta de: server2");
        assertThat(card.locator(".passos .etiqueta")).hasText(new String[] {"Confirmada", shown});
        assertThat(card.locator("[data-perdidas]")).hasCount(lost);
    }

    @Test
    void everyViewThatShowsATripLearnsWhatBecameOfIt() {
        AtomicBoolean decided = new AtomicBoolean();
        open("/?ver=viagem");
        plan("João Pessoa", "Feira de Santana", 90);
        page.route("**/viagens", route -> trip(route, 202, "em_andamento"));
        page.route("**/viagens/v-1", route -> trip(route, 200, decided.get() ? "confirmada" : "em_andamento"));
        button("Reservar a viagem inteira").click();
        assertThat(page.locator("[data-andamento=em_andamento]")).isVisible();
        // nothing new is no reason to take the focus from whoever goes on meanwhile
        page.locator("[name=origem]").focus();
        page.waitForResponse("**/viagens/v-1", () -> {});
        page.waitForResponse("**/viagens/v-1", () -> {});
        assertThat(page.locator("[name=origem]")).isFocused();

        // the second view to follow the trip
        link("Minhas reservas").click();
        assertThat(page.locator("[data-viagem] .cartao-titulo .etiqueta")).hasText("Em andamento");
        decided.set(true);
        assertThat(page.locator("[data-viagem] .cartao-titulo .etiqueta")).hasText("Confirmada");
        link("Viagem").click();
        assertThat(page.locator("[data-andamento=confirmada]")).isVisible();
    }

    @Test
    void aTripThatCannotBeReservedSaysWhichStopWasRefusedAndWhy() {
        open("/?ver=viagem");
        plan("Recife", "Aracaju", 60);
        assertThat(page.locator(".linha-do-tempo > li")).not().hasCount(0);
        // somebody is faster
        page.route("**/viagens", route -> {
            taken(route);
            route.resume();
        });

        button("Reservar a viagem inteira").click();

        assertThat(page.locator("[data-codigo=VIAGEM_RECUSADA]")).containsText("nada ficou reservado");
        assertThat(page.locator(".passos .recusado")).containsText("está ocupado nesse horário");
    }

    @Test
    void aRefusalOfATripNamesItsStopsWhateverTheReason() {
        open("/?ver=viagem");
        plan("Recife", "Aracaju", 60);
        assertThat(page.locator("#reservar-viagem")).isVisible();
        refuse("**/viagens", 409, """
                {"status":"erro","codigo":"CARRO_JA_RESERVADO","paradas":[{"server_id":"server1","posto_id":1,
                 "inicio":"2127-01-10T08:00:00Z","fim":"2127-01-10T09:00:00Z","codigo":"CARRO_JA_RESERVADO"}]}""");
        button("Reservar a viagem inteira").click();
        assertThat(page.locator(".passos .recusado")).containsText("já tem outra reserva nesse horário");

        refuse("**/viagens", 422, """
                {"status":"erro","codigo":"DADOS_INVALIDOS","erros":[{"campo":"paradas[1].inicio","mensagem":"já passou"}]}""");
        button("Reservar a viagem inteira").click();
        assertThat(page.locator("[data-codigo=DADOS_INVALIDOS]")).containsText("Parada 2: Início: já passou");
    }

    @Test
    void aPointThatHasBeenSwitchedOffMeanwhileIsNotSaidToBeReservedBySomebodyElse() {
        open("/?posto=server1:46");
        field("Placa do carro").fill(plate());
        refuse("**/reservar", 409, """
                {"status":"erro","codigo":"POSTO_OCUPADO","mensagem":"O posto Centro foi desligado pelo operador"}""");
        button("Reservar").click();
        assertThat(page.locator("[data-codigo=POSTO_OCUPADO]")).containsText("foi desligado pelo operador");
        assertThat(page.locator("[data-codigo=POSTO_OCUPADO]")).not().containsText("Alguém reservou");
    }

    @Test
    void aRequestThatDoesNotCountAnyMoreIsNotSaidToHaveBeenMade() {
        open("/?posto=server1:46");
        field("Placa do carro").fill(plate());
        refuse("**/reservar", 422, "{\"status\":\"erro\",\"codigo\":\"CHAVE_REUTILIZADA\"}");
        button("Reservar").click();
        assertThat(page.locator("[data-codigo=CHAVE_REUTILIZADA]")).containsText("já não vale");
        assertThat(page.locator("[data-codigo=CHAVE_REUTILIZADA]")).containsText("pedido novo");
        assertThat(page.locator("[data-codigo=CHAVE_REUTILIZADA]")).containsText("Minhas reservas");
    }

    @Test
    void thePointsThatAPlanLeavesOutAreNamed() {
        open("/?ver=viagem");
        page.route("**/viagens/planejar", route -> {
            APIResponse answer = route.fetch();
            ObjectNode plano = (ObjectNode) json(answer.text());
            plano.set(
                    "ignorados",
                    json("[{\"nome\":\"Farol\"},{\"nome\":\"Praia\"},{\"nome\":\"Porto\"},{\"nome\":\"Serra\"}]"));
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(plano.toString()));
        });
        plan("João Pessoa", "Feira de Santana", 90);
        assertThat(page.locator("#ignorados")).containsText("Não se contou com Farol, Praia, Porto, +1:");
    }

    private void refuse(String url, int status, String json) {
        page.route(
                url,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody(json)));
    }

    @Test
    void aTripThatCannotBeDrivenSaysWhichLegAndHowFarShort() {
        open("/?ver=viagem");
        plan("João Pessoa", "Salvador", 10);

        assertThat(page.locator("[data-motivo=FORA_DE_ALCANCE]"))
                .containsText(
                        Pattern.compile("De João Pessoa a .+ são .+ km, e a bateria chega a .+ km: faltam .+ km"));
        assertThat(page.locator(".mapa-rota.impossivel")).isAttached();
    }

    @Test
    void aBrokerThatIsGoneIsSaidAndItsReturnIsSeen() throws Exception {
        open("/?cidade=salvador");
        assertThat(ligacao()).hasText("Ao vivo");
        assertThat(row("server1", 8)).isVisible();

        broker.stop();
        try {
            assertThat(ligacao()).hasText("Sem os operadores");
            assertThat(row("server1", 8).locator(".etiqueta")).hasText("Sem notícia");
            row("server1", 8).click();
            field("Placa do carro").fill(plate());
            button("Reservar").click();
            assertThat(page.locator("[data-codigo=SERVIDOR_INDISPONIVEL]")).containsText("O operador está fora do ar");
        } finally {
            broker.start();
        }

        assertThat(ligacao()).hasText("Ao vivo");
        button("Todos os postos").first().click();
        assertThat(row("server1", 8).locator(".etiqueta")).hasText("Livre");
        await().atMost(Duration.ofSeconds(30)).until(sistema::isReady);
    }

    @Test
    void aConnectionOverWhichNothingIsHeardIsTakenForLostAndMadeAnew() {
        AtomicInteger asked = new AtomicInteger();
        List<Route> held = new CopyOnWriteArrayList<>();
        openWithItsClockAndStreamInHand(asked);

        page.clock().fastForward(30_000);
        page.evaluate("fonte.dispatchEvent(new MessageEvent('pulso', { data: '{}' }))");
        page.clock().fastForward(30_000);
        // a pulse is a sign of life
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
        assertThat(asked).hasValue(1);

        page.route("**/eventos", held::add);
        page.clock().fastForward(41_000);
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(ligacao()).hasAttribute("data-situacao", "perdida");
        held.forEach(Route::resume);
        page.unroute("**/eventos");
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoLooksAgainAfterALongSleepNeedNotWaitForTimersToFindOut() {
        AtomicInteger asked = new AtomicInteger();
        openWithItsClockAndStreamInHand(asked);

        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(asked).hasValue(1);
        // no timer runs by that
        page.clock().setSystemTime(System.currentTimeMillis() + 60_000);
        page.waitForRequest("**/eventos", () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));

        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        open("/");
        assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");

        page.locator("#idioma").click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Where to charge")))
                .isVisible();
        page.reload();
        assertThat(ligacao()).hasText("Live");
        assertThat(page).hasTitle(Pattern.compile("charging points"));
    }

    @Test
    void theThemeIsSwitchedAndRemembered() {
        open("/");

        page.locator("#tema").click();
        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-tema", "escuro");
    }

    @Test
    void whatAServerSendsIsOnlyEverText() {
        window(1280, 800, ColorScheme.LIGHT);
        String hostile = "<img src=x onerror=\\\"window.tomado=1\\\">";
        page.route(
                "**/postos?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                {"servidores":["server1"],"sem_resposta":["%1$s"],"postos":[
                 {"id":1,"server_id":"server1","nome":"%1$s","cidade":"%1$s","uf":"<b>","localizacao":"-9.5,-36.5",
                  "potencia_maxima":"muita","tipo_conector":"%1$s","preco_kwh":null,"disponivel":true,"em_manutencao":false},
                 {"id":"2","server_id":{},"nome":7},null]}""".formatted(hostile))));
        page.navigate(clientUrl + "/");

        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).containsText("<img src=x onerror=");
        rows().first().click();
        assertThat(page.locator("#titulo-posto")).containsText("<img src=x");
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.evaluate("window.tomado")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, LIGHT, true", "1280, 800, DARK, false", "360, 740, LIGHT, false", "360, 740, DARK, true"})
    void everyViewFitsAndIsAccessibleAndLeavesItsPicture(
            int width, int height, ColorScheme scheme, boolean accessible) {
        String suffix = suffix(width, scheme);
        occupySome();
        open("/", width, height, scheme);
        thereAre(150);
        picture("postos" + suffix, width);
        if (accessible) {
            page.getByText("Mais filtros").click();
            nothingSerious();
        }

        row("server3", 11).click();
        field("Placa do carro").fill("ABC1D23");
        picture("reservar" + suffix, width);
        if (accessible) {
            page.locator("#visao-posto .dados-do-carro > summary").click();
            nothingSerious();
        }

        page.navigate(clientUrl + "/?ver=viagem");
        plan("João Pessoa", "Feira de Santana", 90);
        assertThat(page.locator(".linha-do-tempo")).isVisible();
        picture("viagem" + suffix, width);
        if (accessible) {
            nothingSerious();
        }

        page.evaluate("""
                () => localStorage.setItem('recarga.reservas', JSON.stringify([
                  {reserva_id: 'server1-1', codigo: '3f9a1c7e5b2d8f604a17', server_id: 'server1', posto_id: 5, nome: 'Tomba',
                   cidade: 'Feira de Santana/BA', inicio: '2026-12-24T14:00:00-03:00', fim: '2026-12-24T16:30:00-03:00', situacao: 'CANCELADA',
                   historico: [{em: '2026-12-23T09:15:00-03:00', para: 'CONFIRMADA', por: 'motorista'}]}]))""");
        page.navigate(clientUrl + "/?ver=reservas");
        page.locator("summary", new Page.LocatorOptions().setHasText("Histórico"))
                .click();
        picture("reservas" + suffix, width);
        if (accessible) {
            nothingSerious();
        }
    }

    @Test
    void whoeverHasArrivedAndWaitsReadsThatItIsNoted() {
        open("/");
        page.evaluate("""
                () => localStorage.setItem('recarga.reservas', JSON.stringify([
                  {reserva_id: 'server1-1', codigo: '3f9a1c7e5b2d8f604a17', server_id: 'server1', posto_id: 5, nome: 'Tomba',
                   inicio: '2026-12-24T14:00:00-03:00', fim: '2026-12-24T16:30:00-03:00', situacao: 'CONFIRMADA'}]))""");
        page.route(
                "**/reservas/server1-1",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                {"status":"sucesso","codigo":"OK","reserva":{"reserva_id":"server1-1","server_id":"server1","posto_id":5,"posto":"Tomba",
                 "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:30:00-03:00","situacao":"CONFIRMADA",
                 "chegou_em":"2026-12-24T14:02:00-03:00"}}""")));

        page.navigate(clientUrl + "/?ver=reservas");

        assertThat(page.locator("[data-reserva='server1-1']")).containsText("outro carro ainda carrega no posto");
        assertThat(page.locator("[data-reserva='server1-1']")).not().containsText("às ");
        // of which plug it was is known from the list, of which each operator's part comes by itself
        assertThat(row("server1", 5)).not().hasCount(0);

        button("Ver postos livres agora").click();

        assertThat(page).hasURL(Pattern.compile("operador=server1&conector=[^&]+&livre=agora"));
        assertThat(page.locator("[name=operador]")).hasValue("server1");
        assertThat(rows()).not().hasCount(0);
        assertThat(page.locator("#lista-postos li:not([data-estado=livre])")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void thePageIsUsedByKeyboardAlone(int width) {
        open("/", width, 740, ColorScheme.LIGHT);

        page.keyboard().press("Tab");
        assertThat(page.getByText("Pular para o conteúdo")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(field("Cidade ou posto")).isFocused();
        page.keyboard().type("penedo");
        rows().first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#titulo-posto")).isFocused();
        page.goBack();
        assertThat(rows().first()).isVisible();
    }

    @Test
    void thePointsOnTheMapAreOneStopFromWhichTheArrowsLead() {
        open("/");
        Locator focused = page.locator("#mapa [data-marca]:focus");
        assertThat(page.locator("#mapa [data-marca]").first()).isVisible();

        page.locator("#mapa").focus();
        page.keyboard().press("Tab");
        assertThat(focused).hasCount(1);
        assertThat(focused).hasRole(AriaRole.BUTTON);
        double from = focused.boundingBox().y;
        page.keyboard().press("ArrowDown");
        assertThat(focused.boundingBox().y).isGreaterThan(from);
        String reached = focused.getAttribute("data-marca");

        page.keyboard().press("Tab");
        assertThat(focused).hasCount(0);
        page.keyboard().press("Shift+Tab");
        assertThat(focused).hasAttribute("data-marca", reached);
    }

    @Test
    void aPointOnTheMapSaysItsNameAndStateAndOpensByKeyboard() {
        open("/?cidade=tomba");
        assertThat(rows()).hasCount(1);

        page.locator("#mapa").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator("#mapa [data-marca]:focus"))
                .hasAccessibleName(Pattern.compile("Tomba, Feira de Santana: (Livre|Ocupado)"));
        page.keyboard().press("Enter");

        assertThat(page.locator("#titulo-posto")).isFocused();
        assertThat(page.locator("#titulo-posto")).hasText("Tomba");
    }

    @Test
    void whoOpensAGroupOnTheMapByKeyboardStandsAtOneOfItsPoints() {
        open("/");
        Locator focused = page.locator("#mapa [data-marca]:focus");
        page.locator("#mapa .mapa-icone:has(.grupo)").first().focus();
        String group = focused.getAttribute("aria-label");
        assertThat(group).containsPattern(": \\d+ postos, \\d+ livres? agora$");

        page.keyboard().press("Enter");

        assertThat(focused).not().hasAttribute("aria-label", group);
        assertThat(focused).hasCount(1);
    }

    private void open(String path) {
        open(path, 1280, 800, ColorScheme.LIGHT);
    }

    private void open(String path, int width, int height, ColorScheme scheme) {
        window(width, height, scheme);
        page.navigate(clientUrl + path);
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
    }

    /** What is asked of the stream is counted; the page's timers and its stream ({@code fonte}) are the test's. */
    private void openWithItsClockAndStreamInHand(AtomicInteger asked) {
        window(1280, 800, ColorScheme.LIGHT);
        page.clock().install();
        page.addInitScript("""
                window.EventSource = class extends EventSource {
                  constructor(url) {
                    super(url);
                    window.fonte = this;
                  }
                }""");
        page.onRequest(request -> {
            if (request.url().endsWith("/eventos")) {
                asked.incrementAndGet();
            }
        });
        page.navigate(clientUrl + "/");
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
    }

    private Locator ligacao() {
        return page.locator("#ligacao");
    }

    private void reserve(String serverId, int postoId, String plate) {
        open("/?posto=%s:%d".formatted(serverId, postoId));
        field("Placa do carro").fill(plate);
        button("Reservar").click();
        assertThat(page.getByText("Reservado!")).isVisible();
    }

    /** From now on no request to reserve arrives; their keys are noted. */
    private void loseRequests(List<String> keys) {
        page.route("**/reservar", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            route.abort();
        });
    }

    private void reserveInVain(String plate) {
        field("Placa do carro").fill(plate);
        // what was said of the request before is gone once the button is pressed
        button("Reservar").click();
        assertThat(page.locator("[data-codigo=SEM_REDE]")).isVisible();
    }

    private void plan(String from, String to, int percent) {
        page.locator("[name=origem]").fill(from);
        page.locator("[name=destino]").fill(to);
        field("Carga da bateria").fill(String.valueOf(percent));
        field("Placa do carro").fill(plate());
        button("Planejar").click();
        assertThat(page.locator("#plano h2").first()).isVisible();
    }

    /** Takes the first stop of the trip that is just being asked for. */
    private void taken(Route route) {
        JsonNode stop = json(route.request().postData()).at("/paradas/0");
        client.reservar("""
                {"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,"taxa_descarga":0.15,
                 "posto_id":%d,"server_id":"%s","inicio":"%s","fim":"%s"}""".formatted(
                        plate(),
                        stop.get("posto_id").asInt(),
                        stop.get("server_id").asText(),
                        stop.get("inicio").asText(),
                        stop.get("fim").asText()));
    }

    /** The answer about a trip of one stop. */
    private static void trip(Route route, int status, String situacao) {
        boolean confirmed = situacao.equals("confirmada");
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody("""
                        {"status":"sucesso","codigo":"OK","viagem_id":"v-1","codigo_reserva":"c","situacao":"%s",
                         "paradas":[{"server_id":"server1","posto_id":1,"inicio":"2127-01-10T08:00:00Z","fim":"2127-01-10T09:00:00Z"%s}]}""".formatted(
                                situacao,
                                confirmed
                                        ? ",\"reserva_id\":\"server1-1\",\"situacao\":\"CONFIRMADA\",\"codigo\":\"OK\""
                                        : "")));
    }

    /** As the operators see them: a plate alone shows them to nobody else. */
    private List<JsonNode> reservations(String plate) {
        List<JsonNode> all = new ArrayList<>();
        for (Api server : servers) {
            server.getWith("/reservas?placa=" + plate, credential())
                    .body()
                    .get("reservas")
                    .forEach(all::add);
        }
        return all;
    }

    /** Between "08:10 – 08:25", whatever the days. */
    private static long minutesOnTheClock(String said) {
        Matcher clock = Pattern.compile("(\\d\\d:\\d\\d) – \\D*(?:\\d+ de \\D*)?(\\d\\d:\\d\\d)")
                .matcher(said);
        assertThat(clock.find()).as(said).isTrue();
        Duration apart = Duration.between(LocalTime.parse(clock.group(1)), LocalTime.parse(clock.group(2)));
        return Math.floorMod(apart.toMinutes(), Duration.ofDays(1).toMinutes());
    }

    /** "25 min" or "1 h 05". */
    private static long minutesSaid(String said) {
        Matcher length = Pattern.compile("· (?:(\\d+) min|(\\d+) h (\\d\\d)) ·").matcher(said);
        assertThat(length.find()).as(said).isTrue();
        return length.group(1) != null
                ? Long.parseLong(length.group(1))
                : Duration.ofHours(Long.parseLong(length.group(2)))
                        .plusMinutes(Long.parseLong(length.group(3)))
                        .toMinutes();
    }

    private void giveBack(Api.Answer made) {
        assertThat(client.delete(
                                "/reservas/" + made.body().get("reserva_id").asText(),
                                made.body().get("codigo_reserva").asText())
                        .status())
                .isEqualTo(200);
    }

    private Api operatorOf(JsonNode stop) {
        return servers.get(stop.get("server_id").asText().charAt("server".length()) - '1');
    }

    private void operatorShortens(JsonNode stop) {
        OffsetDateTime fim = OffsetDateTime.parse(stop.get("fim").asText()).minusMinutes(1);
        assertThat(operatorOf(stop)
                        .patchWith(
                                "/reservas/" + stop.get("reserva_id").asText(),
                                credential(),
                                "{\"fim\":\"%s\"}".formatted(fim))
                        .status())
                .isEqualTo(200);
    }

    private void operatorCancels(JsonNode stop) {
        assertThat(operatorOf(stop)
                        .deleteWith("/reservas/" + stop.get("reserva_id").asText(), credential())
                        .status())
                .isEqualTo(200);
    }

    /** So that the pictures show every state; a point that is taken already stays so. */
    private void occupySome() {
        for (int postoId : new int[] {2, 6, 12, 18, 25, 33}) {
            client.reservar(body("server2", postoId, plate(), 3));
            client.reservar(body("server3", postoId + 1, plate(), 3));
        }
        maintenance(36, true);
    }

    @Override
    void picture(String name, int width) {
        assertThat(ligacao()).hasAttribute("data-situacao", "viva");
        // the map has come where it was going
        assertThat(page.locator(".leaflet-zoom-anim, .leaflet-pan-anim")).hasCount(0);
        super.picture(name, width);
    }

    private Locator rows() {
        return page.locator("#lista-postos .posto");
    }

    private Locator row(String serverId, int postoId) {
        return page.locator("[data-posto='%s:%d']".formatted(serverId, postoId));
    }

    /** What can be seen of this name. */
    private Locator field(String label) {
        return page.getByLabel(label).locator("visible=true");
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the form is there. */
    private void when(String quando) {
        page.locator(".opcao:has([name=quando][value=" + quando + "])").click();
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static OffsetDateTime time(JsonNode reservation, String field) {
        return OffsetDateTime.parse(reservation.get(field).asText());
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** From now on for so many hours. */
    private static String body(String serverId, int postoId, String plate, int hours) {
        return """
                {"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
                 "taxa_descarga":0.15,"posto_id":%d,"server_id":"%s","fim":"%s"}""".formatted(
                plate, postoId, serverId, OffsetDateTime.now().plusHours(hours).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String plate() {
        return "PAG%04d".formatted(CARS.getAndIncrement());
    }
}
