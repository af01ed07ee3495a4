package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.ServerSentEvents;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's page of server1 in a browser, on the whole system. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class PaginaOperadorTest extends PaginaDoServidorTest {

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void aLongListIsShownInPortions(int width) {
        window(width, 800, ColorScheme.LIGHT);
        thereAreManyPoints(new AtomicInteger());
        page.navigate(server1Url + "/");

        assertThat(points()).hasCount(100);
        assertThat(page.getByText("100 de 250 postos")).isVisible();
        assertThat(page.locator("[data-estado=livre] b")).hasText("250");
        button("Mostrar mais").click();
        assertThat(points()).hasCount(200);
        assertThat(point(101).locator("button:focus")).hasCount(1);
        nothingSerious();
        button("Mostrar mais").click();
        assertThat(points()).hasCount(250);
        assertThat(button("Mostrar mais")).isHidden();

        page.locator("#procura").fill("posto");
        assertThat(points()).hasCount(100);
        nothingIsWiderThan(width);
    }

    @Test
    void aRowThatFallsBehindTheFirstPortionStaysWhileSomebodyIsInIt() {
        window(360, 740, ColorScheme.LIGHT);
        AtomicInteger inMaintenance = new AtomicInteger();
        thereAreManyPoints(inMaintenance);
        page.navigate(server1Url + "/");
        page.locator("#ordem").selectOption("estado");
        assertThat(points()).hasCount(100);
        point(7).locator("button:not(:disabled)").first().focus();

        inMaintenance.set(7);

        assertThat(page.locator("[data-estado=manutencao] b")).hasText("1");
        assertThat(points()).hasCount(101);
        assertThat(point(7).locator("button:focus")).hasCount(1);
    }

    /** 250, of which that with this number is in maintenance. */
    private void thereAreManyPoints(AtomicInteger inMaintenance) {
        page.route(
                "**/pontos",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"status\":\"sucesso\",\"codigo\":\"OK\",\"postos\":[%s]}"
                                .formatted(IntStream.rangeClosed(1, 250)
                                        .mapToObj(id ->
                                                """
                        {"id":%d,"nome":"Posto","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.2,-38.9","potencia_maxima":60,
                         "tipo_conector":"CCS2","preco_kwh":2.02,"disponivel":%s,"em_manutencao":%s}""".formatted(id, id != inMaintenance.get(), id == inMaintenance.get()))
                                        .collect(Collectors.joining(","))))));
    }

    @Test
    void showsAllPointsAndSortsAndFiltersThem() {
        open();
        assertThat(points()).hasCount(50);
        assertThat(point(5)).containsText("Tomba");
        assertThat(page.locator("#servidor")).hasText("server1");
        assertThat(points().first()).containsText("Feira VI");
        page.route("**/status", route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("{", "{\"nome\":\"Eletroposto Bahia\",")));
        });
        assertThat(page.locator("#servidor")).hasText("Eletroposto Bahia");

        button("Potência").click();
        button("Potência").click();
        assertThat(page.locator("th[aria-sort]")).hasText("Potência");
        assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");
        assertThat(points().first()).containsText("150 kW");

        page.getByLabel("Procurar").locator("visible=true").fill("tomba");
        assertThat(points()).hasCount(1);
        page.getByLabel("Procurar").locator("visible=true").fill("não há");
        assertThat(page.getByText("Nenhum posto assim.")).isVisible();
        page.getByLabel("Procurar").locator("visible=true").fill("");

        page.getByLabel("Conector").selectOption("CHAdeMO");
        assertThat(points()).not().hasCount(50);
        for (String text : points().allTextContents()) {
            assertThat(text).contains("CHAdeMO");
        }
    }

    @Test
    void aPointThatIsTakenIsSeenWithoutReload() {
        open();
        assertThat(state(21)).hasText("Livre");

        reserve(21, null, null);

        assertThat(state(21)).hasText("Ocupado");
    }

    @Test
    void aPointThatIsSwitchedOffIsNotSaidToBeOccupied() {
        reserve(31, null, null);
        available(32, false);
        try {
            open();
            assertThat(state(31)).hasText("Ocupado");
            assertThat(state(32)).hasText("Indisponível");
            assertThat(point(32)).containsText("nenhum em 7 dias");

            page.locator(".estado", new Page.LocatorOptions().setHasText("Indisponíveis"))
                    .click();
            assertThat(point(32)).isVisible();
            assertThat(point(31)).hasCount(0);
        } finally {
            available(32, true);
        }
        assertThat(point(32)).hasCount(0);
    }

    @Test
    void maintenanceIsSwitchedByTheOperatorOnly() throws Exception {
        String reservation = text(reserve(22, in(3), in(4)), "reserva_id");
        open();
        Locator toggle =
                page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(Pattern.compile("posto 22,")));
        assertThat(toggle).hasAttribute("aria-checked", "false");

        toggle.click();
        assertThat(dialog()).containsText("Entrar como operador");
        button("Voltar").click();
        assertThat(dialog()).isHidden();
        assertThat(toggle).hasAttribute("aria-checked", "false");

        toggle.click();
        page.getByLabel("Senha").fill("outra senha");
        page.keyboard().press("Enter");
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("não conferem");
        assertThat(server1.get("/pontos/22").body().get("em_manutencao").booleanValue())
                .isFalse();

        try (ServerSentEvents events = ServerSentEvents.open(URI.create(clientUrl + "/eventos"))) {
            page.getByLabel("Senha").fill(SENHA);
            page.keyboard().press("Enter");
            assertThat(dialog()).containsText("Pôr em manutenção?");
            assertThat(dialog()).containsText("Reservas que seriam canceladas: 1.");
            page.getByLabel("Motivo").fill("Troca do cabo");
            button("Pôr em manutenção").click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Posto 22 em manutenção; reservas canceladas: 1.");
            assertThat(toggle).hasAttribute("aria-checked", "true");
            assertThat(state(22)).hasText("Em manutenção");
            await().untilAsserted(() -> {
                assertThat(events.data("posto"))
                        .anyMatch(data -> data.contains("\"id\":22,") && data.contains("\"em_manutencao\":true"));
                assertThat(events.data("reserva")).anyMatch(data -> data.contains(reservation));
            });
            assertThat(events.data("reserva").toString()).doesNotContain("Troca do cabo");
        }

        toggle.click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("de volta ao serviço");
        assertThat(toggle).hasAttribute("aria-checked", "false");
        assertThat(server1.get("/pontos/22").body().get("em_manutencao").booleanValue())
                .isFalse();
    }

    @Test
    void whoMayOnlyLookIsToldSoAndOfferedNothingThatWouldBeRefused() {
        // from now on, so that it is of this day whatever the hour
        String plate = text(reserve(24, null, in(1)), "placa");
        open();
        Locator toggle =
                page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(Pattern.compile("posto 24,")));
        toggle.click();
        page.getByLabel("Usuário").fill("rui");
        page.getByLabel("Senha").fill(SENHA);
        page.keyboard().press("Enter");

        assertThat(dialog()).isHidden();
        assertThat(page.locator("#quem")).hasText("rui, só lê");
        assertThat(page.getByText("Você entrou só para ver")).isVisible();
        assertThat(toggle).isDisabled();
        assertThat(toggle).hasAttribute("title", "Seu papel não permite isto.");
        link("Reservas").click();
        Locator row = reservation(plate);
        assertThat(row.getByText("Histórico")).isVisible();
        assertThat(row.getByRole(AriaRole.BUTTON)).hasCount(1);

        button("Sair").click();
        enter();
        assertThat(page.locator("#quem")).hasText("administra");
        assertThat(page.getByText("Você entrou só para ver")).isHidden();
        assertThat(reservation(plate).getByText("Cancelar")).isVisible();
        link("Postos").click();
        assertThat(toggle).isEnabled();
    }

    @Test
    void aSwitchShowsWhatItsAnswerHoldsAndAsksForNoList() {
        open();
        enter();
        AtomicInteger turns = countRequests("/status");
        AtomicInteger lists = countRequests("/pontos");
        Locator toggle =
                page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(Pattern.compile("posto 26,")));

        toggle.click();
        button("Pôr em manutenção").click();
        assertThat(state(26)).hasText("Em manutenção");
        toggle.click();
        assertThat(state(26)).hasText("Livre");

        assertThat(point(26)).not().containsText("nenhum em 7 dias");
        // at every turn the page asks for both, first for the status
        page.waitForCondition(() -> turns.get() > 1 && lists.get() <= turns.get());
    }

    @Test
    void aReservationThatAClientMakesAppearsAndIsWorkedOnUntilItEnds() {
        open();
        link("Reservas").click();
        assertThat(page.getByText("só o operador as vê")).isVisible();
        assertThat(reservations()).hasCount(0);
        enter();
        Api.Answer made = reserve(23, null, in(1));
        String plate = text(made, "placa");

        Locator row = reservation(plate);
        assertThat(row).containsText("23 ·");
        assertThat(row).containsText("Confirmada");

        String before = top(row);
        link("Postos").click();
        assertThat(state(23)).hasText("Ocupado: reservado");
        link("Reservas").click();
        row.getByText("Chegou").click();
        assertThat(row.locator(".etiqueta.ocupado")).hasText("Carregando");
        // what is said of it moves nothing from under the pointer
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(plate + " está carregando");
        assertThat(top(row)).isEqualTo(before);
        link("Postos").click();
        assertThat(state(23)).hasText("Ocupado: carregando");
        link("Reservas").click();
        row.getByText("Terminar").click();
        page.getByLabel("Energia").fill("muita");
        button("Terminar").last().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("um número de 0 a 1000");
        page.getByLabel("Energia").fill("2,5");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("terminado: R$");
        assertThat(row).containsText("Concluída");

        row.getByText("Histórico").click();
        assertThat(dialog().locator("li")).hasCount(3);
        assertThat(dialog()).containsText("Confirmada, pelo motorista");
        assertThat(dialog()).containsText("Concluída, pelo operador");
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();

        page.getByLabel("Situação").selectOption("CANCELADA");
        assertThat(reservation(plate)).hasCount(0);
    }

    private static String top(Locator row) {
        return (String) row.evaluate("row => String(row.getBoundingClientRect().top + scrollY)");
    }

    @Test
    void aChargeIsSeenToBeOverdueEndedAndCorrected() {
        String plate = plate();
        assertThat(server1.post(
                                "/pontos/33/carregamento",
                                "{\"placa\":\"%s\"}".formatted(plate),
                                "Authorization",
                                credential())
                        .status())
                .isEqualTo(200);
        open();
        enter();
        link("Carregamentos").click();
        Locator row = charge(plate);
        assertThat(row.locator(".etiqueta.ocupado")).isVisible();
        assertThat(row).containsText("33 ·");
        assertThat(row).containsText("sem reserva");
        assertThat(row).containsText("Carregando, no máximo até");
        assertThat(page.locator("#explica-prazo")).containsText("próxima reserva do posto");
        String next = text(reserve(33, in(1), in(2)), "placa");
        link("Reservas").click();
        page.locator("#dia-reservas")
                .fill(in(1).atZoneSameInstant(ZoneOffset.ofHours(-3))
                        .toLocalDate()
                        .toString());
        assertThat(reservation(next)).containsText("No posto carrega " + plate + ", sem reserva");
        link("Carregamentos").click();

        // as if eight hours had passed
        page.route("**/carregamentos?de=*", this::overdue);
        assertThat(row).containsText("Passou do horário");
        assertThat(page.locator("#resumo-carregamentos")).not().containsText("passaram do horário: 0");
        page.unroute("**/carregamentos?de=*");

        row.getByText("Terminar").click();
        page.getByLabel("Energia").fill("9");
        page.keyboard().press("Enter");
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("confirme outra vez");
        page.getByLabel("Energia").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("terminado: R$");
        assertThat(row).containsText("Terminado");
        assertThat(row).containsText("9 kWh");

        row.getByText("Corrigir").click();
        page.getByLabel("Energia").fill("0,9");
        button("Corrigir").last().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("Preencha este campo");
        page.getByLabel("Motivo").fill("Faltou a vírgula");
        page.keyboard().press("Enter");
        assertThat(row).containsText("0,9 kWh");
        row.getByText("Histórico").click();
        assertThat(dialog().locator("li")).hasCount(2);
        assertThat(dialog()).containsText("9 kWh");
        assertThat(dialog()).containsText("pelo operador: Faltou a vírgula");
    }

    @Test
    void whoEndsAChargeThatIsOverAlreadyIsToldSo() {
        String plate = text(reserve(34, null, in(1)), "placa");
        open();
        enter();
        link("Reservas").click();
        reservation(plate).getByText("Chegou").click();
        assertThat(reservation(plate)).containsText("Carregando");
        page.route(
                "**/carregamentos?reserva_id=*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"carregamentos\":[],\"total\":0}")));

        reservation(plate).getByText("Terminar").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("já tinha terminado");
        assertThat(page.locator("#recados .erro")).hasCount(1);
    }

    @Test
    void aChargeThatGoesOnIsOfNoDayAfterTodayUnlessItIsDueToEndThen() {
        open();

        assertThat(page.evaluate("""
                async () => {
                  const { eDoDia } = await import('/pagina/dias.js');
                  const { hoje, somarDias, instante } = await import('/pagina/formato.js');
                  const days = [-2, -1, 0, 1, 2].map((n) => somarDias(hoje(), n));
                  const begin = instante(days[1], '08:00');
                  const seen = (prazo) => days.map((day) => eDoDia({ inicio: begin, prazo }, day));
                  return JSON.stringify([seen(instante(days[1], '09:00')), seen(instante(days[3], '09:00'))]);
                }""")).isEqualTo("[[false,true,true,false,false],[false,true,true,true,false]]");
    }

    @Test
    void onAPhoneACardOfAChargeBeginsWithItsTime() {
        server1.post("/pontos/35/carregamento", "{\"placa\":\"OPE9Z99\"}", "Authorization", credential());
        open(360, 740, ColorScheme.LIGHT);
        enter();
        link("Carregamentos").click();

        assertThat((String) charge("OPE9Z99").evaluate("""
                row => [...row.cells]
                  .map((cell) => ({ name: cell.dataset.coluna, at: cell.getBoundingClientRect() }))
                  .sort((a, b) => (Math.abs(a.at.top - b.at.top) < 8 ? a.at.left - b.at.left : a.at.top - b.at.top))[0].name""")).isEqualTo("inicio");
    }

    @ParameterizedTest
    @CsvSource({"360, 1.35", "320, 1", "320, 1.35"})
    void theTabsStayWithinANarrowWindowWhateverTheLettersAre(int width, double wider) {
        open(width, 740, ColorScheme.LIGHT);

        page.evaluate(
                "wider => document.querySelectorAll('.abas a').forEach((tab) => (tab.style.fontSize = `${wider}rem`))",
                wider);

        assertThat((Boolean) page.evaluate(
                        "width => [...document.querySelectorAll('.abas a')].every((tab) => tab.getBoundingClientRect().right <= width)",
                        width))
                .isTrue();
    }

    private void overdue(Route route) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replace("\"atrasado\":false", "\"atrasado\":true")));
    }

    @Test
    void aReservationIsMovedAndCancelledWithAReason() {
        OffsetDateTime begin = tomorrowAt(10);
        Api.Answer made = reserve(24, begin, begin.plusHours(1));
        reserve(24, begin.plusHours(2), begin.plusHours(3));
        String plate = text(made, "placa");
        open();
        enter();
        link("Reservas").click();
        button("Dia seguinte").click();
        Locator row = reservation(plate);

        row.getByText("Mudar").click();
        page.getByLabel("Início").fill(begin.toLocalDate() + "T12:30");
        page.getByLabel("Fim", new Page.GetByLabelOptions().setExact(true)).fill(begin.toLocalDate() + "T12:00");
        button("Mudar").last().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("depois do início");
        page.getByLabel("Fim", new Page.GetByLabelOptions().setExact(true)).fill(begin.toLocalDate() + "T13:30");
        button("Mudar").last().click();
        // the other reservation is there
        assertThat(dialog().getByRole(AriaRole.ALERT)).not().containsText("depois do início");
        assertThat(dialog().getByRole(AriaRole.ALERT)).isVisible();
        page.getByLabel("Início").fill(begin.toLocalDate() + "T14:00");
        page.getByLabel("Fim", new Page.GetByLabelOptions().setExact(true)).fill(begin.toLocalDate() + "T15:15");
        button("Mudar").last().click();
        assertThat(row).containsText("14:00 – 15:15");

        row.getByText("Cancelar").click();
        page.getByLabel("Motivo").fill("Obra na rua");
        button("Cancelar a reserva").click();
        assertThat(row).containsText("Cancelada");
        String id = text(made, "reserva_id");
        assertThat(client.get("/reservas/" + id, text(made, "codigo_reserva"))
                        .body()
                        .at("/reserva/historico")
                        .toString())
                .contains("Obra na rua");
    }

    @Test
    void occupancyIsShownHourByHour() {
        OffsetDateTime begin = tomorrowAt(8);
        reserve(25, begin, begin.plusMinutes(90));
        open();
        enter();
        link("Ocupação").click();
        button("Dia seguinte").click();

        Locator row = page.locator("#mapa tbody tr", new Page.LocatorOptions().setHasText("25 ·"));
        assertThat(row.locator("td").nth(7)).hasText("0");
        assertThat(row.locator("td").nth(8)).hasText("100");
        assertThat(row.locator("td").nth(9)).hasText("50");
        assertThat(page.locator("#mapa tbody tr")).hasCount(50);
        assertThat(page.locator("#em-palavras")).containsText("Posto mais usado");

        // a little is not nothing
        assertThat((String) page.evaluate("""
                async () => {
                  const { centesimos, porcento } = await import('/pagina/formato.js');
                  return [0, 0.0004, 0.002, 0.01, 0.5].map((part) => `${porcento(part)} ${centesimos(part)}`).join('; ').replaceAll(/\\s/g, ' ');
                }""")).isEqualTo("0% 0; < 0,1% < 0,1; 0,2% 0,2; 1% 1; 50% 50");

        // that day is of this view only
        String today = begin.minusDays(1).toLocalDate().toString();
        link("Reservas").click();
        assertThat(page.locator("#dia-reservas")).hasValue(today);
        assertThat(page.locator("#resumo-reservas")).containsText("de hoje");
        button("Dia seguinte").click();
        assertThat(page.locator("#resumo-reservas")).containsText("de outro dia");
        button("Hoje").click();
        assertThat(page.locator("#dia-reservas")).hasValue(today);
        assertThat(page.locator("#resumo-reservas")).containsText("de hoje");
    }

    @Test
    void occupancyLeavesNoPointOutThatHasNotBeenListedYet() {
        window(1280, 800, ColorScheme.LIGHT);
        page.route(Pattern.compile("/pontos$"), route -> {
            APIResponse answer = route.fetch();
            // as if all were elsewhere, and one had come since
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text()
                            .replaceAll("\"fuso\":\"[^\"]+\"", "\"fuso\":\"America/Manaus\"")
                            .replaceFirst("\"id\":1,", "\"id\":999,")));
        });
        page.navigate(server1Url);
        enter();
        link("Ocupação").click();

        assertThat(page.locator("#mapa tbody tr")).hasCount(50);
    }

    @Test
    void aServerThatIsAwayIsSaidAndItsReturnToo() {
        open();
        page.route("**/status", Route::abort);
        assertThat(page.locator("#sem-servidor")).containsText("não responde desde");
        assertThat(page.locator("#ligacao")).hasText("Sem resposta");
        assertThat(points()).hasCount(50);

        page.unroute("**/status");
        assertThat(page.locator("#ligacao")).hasText("Ao vivo");
        assertThat(page.locator("#sem-servidor")).isHidden();
    }

    @Test
    void theCredentialIsNeitherStoredNorKeptBeyondThePage() {
        open();
        enter();
        link("Reservas").click();
        assertThat(page.locator("#resumo-reservas")).containsText("reservas de hoje");
        assertThat((String) page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
                .doesNotContain(SENHA, credential().substring("Basic ".length()));

        page.reload();
        assertThat(page.getByText("só o operador as vê")).isVisible();

        enter();
        button("Sair").click();
        assertThat(page.getByText("só o operador as vê")).isVisible();
        assertThat(reservations()).hasCount(0);
    }

    @Test
    void anAnswerThatComesAfterTheOperatorHasLeftIsNotShown() {
        reserve(29, null, in(1));
        open();
        enter();
        link("Reservas").click();
        assertThat(reservations()).not().hasCount(0);
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/reservas?de=*", held::add);
        page.waitForCondition(() -> !held.isEmpty());

        button("Sair").click();
        assertThat(reservations()).hasCount(0);
        // to let go of the route would let go of what it holds, too early to be waited for
        page.waitForResponse("**/reservas?de=*", () -> held.forEach(Route::resume));
        page.unroute("**/reservas?de=*");
        // it asks for this only once it has done with the answer
        page.waitForResponse("**/status", () -> {});

        assertThat(reservations()).hasCount(0);
    }

    @Test
    void whatAnOperatorCallsAPointIsTextAndNothingElse() {
        assertThat(server1.put("/pontos/50", """
                        {"nome":"<img src=x onerror=window.tomado=1>","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.2,-38.9",
                         "potencia_maxima":11.0,"tipo_conector":"Tipo 2","preco_kwh":1.10}""", "Authorization", credential()).status())
                .isEqualTo(200);
        open();
        assertThat(point(50)).containsText("<img src=x");
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.evaluate("window.tomado")).isNull();
    }

    @Test
    void speaksEnglishToo() {
        open();
        button("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(link("Occupancy")).isVisible();
        assertThat(state(26)).hasText("Free");
        // as all other times are
        assertThat(page.locator("#momento")).hasText(Pattern.compile("Updated at [012]\\d:\\d\\d:\\d\\d"));
        page.reload();
        assertThat(link("Occupancy")).isVisible();
        button("Português").click();
        assertThat(link("Ocupação")).isVisible();
    }

    @Test
    void thePageIsUsedByKeyboardAlone() {
        open();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Ir para o conteúdo")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(".estado").first()).isFocused();
        for (int state = 1; state < page.locator(".estado").count(); state++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".estado").last()).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Tab");
        assertThat(page.locator("#procura")).isFocused();
    }

    @Test
    void todaysReservationsBeginWithNow() {
        String passed = text(reserve(36, null, in(1)), "placa");
        String ahead = text(reserve(37, null, in(1)), "placa");
        open();
        // as if its time had passed
        page.route("**/reservas?de=*", route -> over(route, passed));
        enter();
        link("Reservas").click();
        assertThat(reservation(ahead)).isVisible();
        assertThat(reservation(passed)).hasCount(0);

        page.locator("#reservas-de-antes").click();
        assertThat(reservation(passed)).isVisible();
        assertThat(page.locator("#reservas-de-antes")).hasAttribute("aria-expanded", "true");
        page.locator("#reservas-de-antes").click();
        assertThat(reservation(passed)).hasCount(0);

        page.getByLabel("Procurar").locator("visible=true").fill(passed);
        assertThat(reservation(passed)).isVisible();
        assertThat(page.locator("#reservas-de-antes")).isHidden();
    }

    @Test
    void whoAsksForWhatIsOverSeesItAlsoOfToday() {
        String passed = text(reserve(39, null, in(1)), "placa");
        open();
        page.route("**/reservas?de=*", route -> over(route, passed));
        enter();
        link("Reservas").click();
        assertThat(page.locator("#reservas-de-antes")).isVisible();
        // it is there, though folded
        assertThat(page.locator("#sem-reservas")).isHidden();

        page.locator("#situacao").selectOption("CONFIRMADA");
        assertThat(page.locator("#reservas-de-antes")).isVisible();
        page.locator("#situacao").selectOption("EXPIRADA");
        assertThat(page.locator("#reservas-de-antes")).isHidden();
    }

    private void over(Route route, String plate) {
        APIResponse answer = route.fetch();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text()
                        .replaceAll(
                                "(\"placa\":\"" + plate + "\").*?(,\"fuso\")",
                                "$1,\"inicio\":\"%s\",\"fim\":\"%s\"$2"
                                        .formatted(now.minusHours(2), now.minusSeconds(1)))));
    }

    @Test
    void theStateOfASwitchIsSeenInForcedColoursToo() {
        maintenance(38, true);
        open();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        String on = colours(38);
        String off = colours(39);

        assertThat(on).isNotEqualTo(off);
        assertThat(List.of(on, off)).allSatisfy(both -> {
            String[] knobAndTrack = both.split(" on ");
            assertThat(knobAndTrack[0]).isNotEqualTo(knobAndTrack[1]);
        });
    }

    private String colours(int postoId) {
        return (String) point(postoId).locator(".trilho").evaluate("""
                track => `${getComputedStyle(track, '::after').backgroundColor} on ${getComputedStyle(track).backgroundColor}`""");
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 800, LIGHT",
        "1280, 800, DARK",
        "1024, 768, LIGHT",
        "768, 1024, LIGHT",
        "768, 1024, DARK",
        "360, 740, LIGHT",
        "360, 740, DARK"
    })
    void everyViewFitsAndIsAccessibleAndLeavesItsPicture(int width, int height, ColorScheme scheme) {
        String suffix = suffix(width, scheme);
        occupySome();
        open(width, height, scheme);
        inspect("operador-postos" + suffix, width);
        button("Entrar").click();
        inspect(null, width);
        button("Voltar").click();
        link("Reservas").click();
        inspect(null, width);

        enter();
        assertThat(reservations()).not().hasCount(0);
        page.getByRole(AriaRole.STATUS).getByRole(AriaRole.BUTTON).click();
        inspect("operador-reservas" + suffix, width);

        link("Carregamentos").click();
        assertThat(page.locator("#resumo-carregamentos")).containsText("Em curso");
        inspect(null, width);

        link("Ocupação").click();
        assertThat(page.locator("#mapa tbody tr")).hasCount(50);
        inspect("operador-ocupacao" + suffix, width);
    }

    /** So that the pictures show every state; a point that is taken already stays so. */
    private void occupySome() {
        reserve(3, null, in(1));
        for (int postoId : new int[] {6, 8, 27, 41, 44}) {
            reserve(postoId, in(1 + postoId % 4), in(3 + postoId % 5));
        }
        available(2, false);
        maintenance(4, true);
    }
}
