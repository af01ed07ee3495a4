package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.CurvaDeRecarga;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the drivers' page makes of the car: what it is, how long it charges, which plug fits it, and where it can go. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class CarroDoMotoristaTest extends PaginaTest {

    private static final AtomicInteger CARS = new AtomicInteger();

    /** A point of 120 kW with CCS2. */
    private static final String PALMARES = "/?posto=server3:1";

    @Test
    void theCarIsChosenFromTheCatalogueAndChargesWithWhatItTakes() {
        open(PALMARES);
        page.locator("#visao-posto .dados-do-carro > summary").click();
        page.locator("#visao-posto [name=modelo]").selectOption("GWM Ora 03 GT");

        assertThat(inPost("capacidade")).hasValue("59.3");
        assertThat(inPost("potencia_ac")).hasValue("6.6");
        assertThat(inPost("potencia_cc")).hasValue("60");
        assertThat(page.locator("#visao-posto [name=conectores]:checked")).hasCount(2);
        assertThat(page.getByText("o carro recebe até 60 kW")).isVisible();
        // from 30 % on: 29.65 kWh at 60 kW to 80 %, and ln 5 x 11.86 / 48 h for the rest
        assertThat(page.locator("#visao-posto .resumo")).containsText("54 min");
        nothingSerious();
    }

    @Test
    void whatThePageSaysOfTheTimeIsWhatTheServerReserves() throws IOException {
        open(PALMARES);
        assertThat(page.locator("#visao-posto .resumo")).containsText("41 min");
        page.locator("#visao-posto [name=placa]").fill(plate());

        Response answer =
                page.waitForResponse("**/reservar", () -> button("Reservar").click());

        JsonNode reserva = ContractJson.mapper().readTree(answer.body());
        Duration janela = Duration.between(
                OffsetDateTime.parse(reserva.path("inicio").asText()),
                OffsetDateTime.parse(reserva.path("fim").asText()));
        // 13.47 of 44.9 kWh: 22.45 kWh at 60 kW are 22 min 27 s, the rest 18 min 4 s
        assertThat(janela).isEqualTo(Duration.ofMinutes(40).plusSeconds(31));
    }

    /** With alternating current the car takes less than the point gives. */
    @Test
    void whatItMayCostIsTheSameBeforeAndAfterItIsReserved() {
        open("/?conector=Tipo+2&livre=agora");
        page.locator("#lista-postos .posto").first().click();
        page.locator("#visao-posto [name=tempo]").selectOption("60");
        assertThat(page.getByText("o carro recebe até 7 kW")).isVisible();
        String custo = page.locator("#visao-posto p.resumo").textContent().replaceFirst("(?s).* até ", "até ");
        assertThat(custo).startsWith("até R$");

        page.locator("#visao-posto [name=placa]").fill(plate());
        button("Reservar").click();

        Locator done = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Reservado!"));
        assertThat(done.locator("[data-combinado]")).containsText(custo + " (7 kWh)");
        nothingAtAll();
        page.locator(".feito").getByText("Minhas reservas").click();
        assertThat(page.locator("#visao-reservas h1")).isFocused();
        assertThat(page.locator(".reserva [data-combinado]")).containsText(custo + " (7 kWh)");
    }

    @Test
    void favouritesAndWhatFitsTheCarCanBeAskedForOnceThereAreAny() {
        open("/");
        thereAre(150);
        Locator favourites = page.getByLabel("Só favoritos");
        Locator fitting = page.getByLabel("Serve no meu carro");
        assertThat(favourites).isHidden();
        assertThat(fitting).isHidden();

        page.evaluate("""
                () => {
                  localStorage.setItem('recarga.favoritos', JSON.stringify([{ chave: 'server1:1', nome: 'Um' }, { chave: 'server3:9', nome: 'Nove' }]));
                  localStorage.setItem('recarga.carro', JSON.stringify({ placa: 'ABC1D23', modelo: 'Leaf', capacidade: 40, consumo: 16, conectores: ['CHAdeMO'] }));
                }""");
        page.reload();
        favourites.check();
        assertThat(page.locator("#lista-postos .posto")).hasCount(2);
        assertThat(page.url()).contains("favoritos=sim");
        nothingAtAll();
        favourites.uncheck();
        fitting.check();
        assertThat(page.url()).endsWith("/?serve=sim");
        onlyCHAdeMO();

        page.reload();
        assertThat(fitting).isChecked();
        onlyCHAdeMO();
        page.getByText("Mais filtros").click();
        page.getByText("Limpar os filtros").click();
        assertThat(fitting).not().isChecked();
        thereAre(150);
    }

    private void onlyCHAdeMO() {
        Locator rows = page.locator("#lista-postos .posto");
        assertThat(rows.first()).containsText("CHAdeMO");
        assertThat(rows.filter(new Locator.FilterOptions().setHasNotText("CHAdeMO")))
                .hasCount(0);
        assertThat(rows).not().hasCount(0);
    }

    /** Whoever gets such a link has other favourites, or none, and sees why the list is as short as it is. */
    @Test
    void aLinkThatAsksForFavouritesSaysThatItDoes() {
        open("/?favoritos=sim");

        assertThat(page.getByLabel("Só favoritos")).isChecked();
        assertThat(page.getByText("Nenhum posto com esses filtros")).isVisible();
        page.getByLabel("Só favoritos").uncheck();
        thereAre(150);
        // whoever unticked it is still there
        assertThat(page.getByLabel("Só favoritos")).isFocused();
    }

    @Test
    void aLinkThatAsksForWhatFitsFindsNothingWhileNoCarIsKnown() {
        open("/?serve=sim");

        assertThat(page.getByLabel("Serve no meu carro")).isChecked();
        assertThat(page.getByText("Nenhum posto com esses filtros")).isVisible();
    }

    @Test
    void whatTheAddressAsksInOtherWordsAsksForNothing() {
        open("/?favoritos=1&serve=1");

        thereAre(150);
        assertThat(page.getByLabel("Só favoritos")).isHidden();
    }

    /** Of any car at any point the page says the same as servers and plans. */
    @Test
    void thePageCountsAsTheContractDoes() {
        open("/");
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            double capacidade = 20 + random.nextInt(80);
            Double ac = random.nextBoolean() ? null : 3 + 20 * random.nextDouble();
            Double cc = random.nextBoolean() ? null : 20 + 200 * random.nextDouble();
            double potencia = 3 + 200 * random.nextDouble();
            String conector = List.of("Tipo 1", "Tipo 2", "CCS1", "CCS2", "CHAdeMO", "GB/T", "?")
                    .get(random.nextInt(7));
            double de = capacidade * random.nextDouble();
            double ate = de + (capacidade - de) * random.nextDouble();
            double segundos = CurvaDeRecarga.de(
                            new Carro("ABC1D23", "m", capacidade, de, 0.2, ac, cc, null), potencia, conector)
                    .segundos(de, ate);

            Object pagina = page.evaluate(
                    """
                    async ({ capacidade, ac, cc, potencia, conector, de, ate }) => {
                      const { curva } = await import('/pagina/carga.js');
                      const carro = { capacidade_bateria: capacidade, potencia_maxima_ac: ac < 0 ? undefined : ac,
                                      potencia_maxima_cc: cc < 0 ? undefined : cc };
                      const aqui = curva(carro, potencia, conector);
                      const segundos = aqui.segundos(de, ate);
                      return [segundos, aqui.nivelDepois(de, segundos)];
                    }""",
                    Map.of(
                            "capacidade", capacidade,
                            "ac", ac == null ? -1 : ac,
                            "cc", cc == null ? -1 : cc,
                            "potencia", potencia,
                            "conector", conector,
                            "de", de,
                            "ate", ate));

            List<?> numeros = (List<?>) pagina;
            assertThat(((Number) numeros.get(0)).doubleValue()).isCloseTo(segundos, within(1e-6 * (1 + segundos)));
            assertThat(((Number) numeros.get(1)).doubleValue()).isCloseTo(ate, within(1e-6));
        }
    }

    /** A point with CHAdeMO. */
    @Test
    void aPlugThatDoesNotFitTheCarIsSaidBeforeItIsReserved() {
        open("/?posto=server1:3");

        Locator aviso = page.locator("#visao-posto .reservar .aviso:not([data-impedido])");
        assertThat(aviso).containsText("CHAdeMO, não serve no BYD Dolphin (Tipo 2, CCS2)");
        nothingSerious();

        page.locator("#visao-posto .dados-do-carro > summary").click();
        page.locator("#visao-posto [name=conectores][value=CHAdeMO]").check();
        assertThat(aviso).isHidden();
    }

    @Test
    void aTripIsPlannedAndReservedInANamedCarThatChargesToEightyPerCent() {
        open("/?ver=viagem");
        page.locator("#visao-viagem .dados-do-carro > summary").first().click();
        page.locator("#visao-viagem [name=modelo]").selectOption("BYD Dolphin Plus");
        page.locator("#visao-viagem .preferencias > summary").click();
        page.locator("[name=carga_maxima]").selectOption("80");
        page.locator("[name=chegada_minima]").selectOption("20");
        nothingSerious();

        JsonNode plano = plan("João Pessoa", "Salvador");

        assertThat(plano.path("viavel").asBoolean()).isTrue();
        assertThat(plano.path("paradas")).isNotEmpty().allSatisfy(parada -> {
            assertThat(parada.path("nivel_saida").asDouble()).isLessThanOrEqualTo(60.5 * 0.8 + 0.001);
            assertThat(parada.path("tipo_conector").asText()).isIn("Tipo 2", "CCS2");
            assertThat(parada.path("energia_kwh").asDouble()).isGreaterThanOrEqualTo(6.05 - 0.001);
        });
        assertThat(plano.path("nivel_chegada").asDouble()).isGreaterThanOrEqualTo(60.5 * 0.2 - 0.001);
        JsonNode primeira = plano.at("/paradas/0");
        assertThat(page.locator(".linha-do-tempo > li").nth(1))
                .containsText(Pattern.compile("%s kW · %s · [0-9 hmin]+ · [0-9,]+ kWh"
                        .formatted(
                                primeira.path("potencia_maxima").asInt(),
                                primeira.path("tipo_conector").asText())));

        button("Reservar a viagem inteira").click();
        assertThat(page.locator("[data-andamento=confirmada] .passos > li"))
                .hasCount(plano.path("paradas").size());
    }

    @Test
    void aStopAtNightIsMarked() {
        open("/?ver=viagem");
        page.locator("[name=partida]").fill(OffsetDateTime.now().plusDays(2).toLocalDate() + "T22:30");

        JsonNode plano = plan("João Pessoa", "Maceió");

        if (plano.path("paradas").isEmpty()) {
            plano = plan("João Pessoa", "Feira de Santana");
        }
        assertThat(plano.path("paradas"))
                .allSatisfy(parada -> assertThat(parada.has("noturna")).isTrue());
        int noturnas = plano.path("paradas").findValues("noturna").stream()
                .mapToInt(noturna -> noturna.asBoolean() ? 1 : 0)
                .sum();
        assertThat(noturnas).isPositive();
        assertThat(page.locator(".linha-do-tempo .noturna")).hasCount(noturnas);
    }

    @Test
    void aPlanIsInTheAddressWithoutThePlateAndIsMadeAgainByWhoeverOpensIt() {
        open("/?ver=viagem");
        page.locator("#visao-viagem .dados-do-carro > summary").first().click();
        page.locator("#visao-viagem [name=modelo]").selectOption("GWM Ora 03 GT");
        page.locator("#visao-viagem .preferencias > summary").click();
        page.locator("[name=carga_maxima]").selectOption("90");
        String placa = plate();
        JsonNode plano = plan("João Pessoa", "Maceió/AL", placa);

        assertThat(page.url())
                .contains("ver=viagem", "origem=Jo", "destino=Macei", "nivel=90", "carga=90", "bateria=59.3", "cc=60")
                .doesNotContain(placa);

        // nobody knows the plate here: what is asked for stands there, and waits
        page.reload();
        assertThat(page.locator("[name=destino]")).hasValue("Maceió/AL");
        assertThat(page.locator("[name=carga_maxima]")).hasValue("90");
        assertThat(page.locator("#visao-viagem [name=modelo]")).hasValue("GWM Ora 03 GT");
        assertThat(page.locator("#plano h2")).hasCount(0);

        // the device knows it
        page.locator("#visao-viagem [name=placa]").fill(placa);
        page.locator("#visao-viagem .campos ~ .marcar input, #visao-viagem form > .marcar input")
                .first()
                .check();
        page.reload();
        assertThat(page.locator("#plano h2").first()).isVisible();
        assertThat(page.locator(".linha-do-tempo > li"))
                .hasCount(plano.path("paradas").size() + 2);

        // another view and back
        page.getByText("Minhas reservas").first().click();
        page.goBack();
        assertThat(page.locator("[name=destino]")).hasValue("Maceió/AL");
    }

    @Test
    void theCarThatThisDeviceRemembersIsTheSameInEveryFormAtOnceAndThatIsSaid() {
        window(360, 740, ColorScheme.LIGHT);
        page.navigate(clientUrl + PALMARES);
        inPost("placa").fill("DOL1F24");
        page.getByLabel("Lembrar placa e carro neste aparelho")
                .locator("visible=true")
                .check();
        page.locator(".abas [data-visao=viagem]").click();
        assertThat(inTrip("placa")).hasValue("DOL1F24");

        page.locator("#visao-viagem .dados-do-carro > summary").first().click();
        inTrip("modelo").selectOption("GWM Ora 03 GT");
        Locator mark = page.locator("#visao-viagem .conectores .marcar").first();
        assertThat((Boolean) mark.evaluate("""
                label => {
                  const [marca, texto] = [label.querySelector('input').getBoundingClientRect(), document.createRange()];
                  texto.selectNodeContents(label.lastChild);
                  const linha = texto.getBoundingClientRect();
                  return Math.abs((marca.top + marca.bottom) - (linha.top + linha.bottom)) < 4;
                }""")).isTrue();
        plan("João Pessoa", "Recife", "DOL1F24");
        assertThat(page.locator("#visao-viagem [data-carro-mudou]")).containsText("agora lembra de GWM Ora 03 GT");

        page.evaluate("""
                history.pushState(null, '', '%s');
                dispatchEvent(new PopStateEvent('popstate'));""".formatted(PALMARES));
        assertThat(inPost("modelo")).hasValue("GWM Ora 03 GT");

        // a link's car is not this driver's
        page.navigate(clientUrl
                + "/?ver=viagem&origem=Natal&destino=Recife&modelo=Outro&bateria=90&consumo=12&cc=40&plugues=CCS2");
        assertThat(page.locator("#plano h2").first()).isVisible();
        page.navigate(clientUrl + PALMARES);
        assertThat(inPost("modelo")).hasValue("GWM Ora 03 GT");
    }

    @Test
    void aPlaceThatNobodyKnowsIsSaidAtItsFieldAndADistanceThatNoBatteryCoversIsNotBlamedOnItsCharge() {
        open("/?ver=viagem");
        page.locator("[name=origem]").fill("Xiririca do Nada");
        page.locator("[name=destino]").fill("Recife");
        inTrip("placa").fill(plate());
        button("Planejar").click();
        assertThat(page.locator("#plano [data-codigo]")).isVisible();
        assertThat(page.locator("[name=origem]")).isFocused();
        assertThat(page.locator("[name=origem]")).hasAttribute("aria-invalid", "true");

        plan("Recife", "Manaus");
        assertThat(page.locator("[data-motivo=FORA_DE_ALCANCE]")).containsText("Nem com a bateria cheia");
    }

    /** There is no point there. */
    @Test
    void anyCityOfBrazilIsOfferedAndPlannedFrom() {
        open("/?ver=viagem");

        page.locator("[name=origem]").fill("caico");
        assertThat(page.locator("#sugestoes-origem option[value='Caicó/RN']")).isAttached();
        JsonNode plano = plan("Caicó/RN", "João Pessoa");

        assertThat(plano.path("viavel").asBoolean()).isTrue();
        assertThat(page.locator("#mapa .etapa[title='Caicó/RN']")).isAttached();
        assertThat(page.locator("#mapa .etapa[title='João Pessoa']")).isAttached();
    }

    @Test
    void whatAnAddressDoesNotSayOfAPlanIsAsIfNobodyHadTouchedIt() {
        open("/?ver=viagem&origem=Natal&destino=Recife&nivel=50&reserva=20&carga=80&chegada=30&plugue=CCS2"
                + "&modelo=Outro&bateria=30&consumo=12&cc=40&plugues=CCS1");
        assertThat(page.locator("#lista-postos .posto").first()).isAttached();
        assertThat(page.locator("[name=conector_viagem]")).hasValue("CCS2");
        assertThat(inTrip("capacidade")).hasValue("30");
        assertThat(inTrip("conectores:checked")).hasCount(1);

        page.evaluate("""
                history.pushState(null, '', '/?ver=viagem&origem=Natal&destino=Caruaru');
                dispatchEvent(new PopStateEvent('popstate'));""");

        assertThat(page.locator("[name=destino]")).hasValue("Caruaru");
        assertThat(inTrip("nivel")).hasValue("90");
        assertThat(page.locator("[name=reserva_bateria]")).hasValue("10");
        assertThat(page.locator("[name=carga_maxima]")).hasValue("100");
        assertThat(page.locator("[name=chegada_minima]")).hasValue("");
        assertThat(page.locator("[name=conector_viagem]")).hasValue("");
        assertThat(inTrip("modelo")).hasValue("BYD Dolphin");
        assertThat(inTrip("capacidade")).hasValue("44.9");
        assertThat(inTrip("conectores:checked")).hasCount(2);

        page.goBack();
        assertThat(page.locator("[name=conector_viagem]")).hasValue("CCS2");
        assertThat(inTrip("capacidade")).hasValue("30");
    }

    private JsonNode plan(String from, String to) {
        return plan(from, to, plate());
    }

    private JsonNode plan(String from, String to, String placa) {
        page.locator("[name=origem]").fill(from);
        page.locator("[name=destino]").fill(to);
        page.locator("#visao-viagem [name=placa]").fill(placa);
        Response answer = page.waitForResponse(
                "**/viagens/planejar", () -> button("Planejar").click());
        assertThat(page.locator("#plano h2").first()).isVisible();
        try {
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** @param name of the field, perhaps with a pseudo-class */
    private Locator inTrip(String name) {
        String[] parts = name.split(":");
        return page.locator("#visao-viagem [name=%s]%s".formatted(parts[0], parts.length > 1 ? ":" + parts[1] : ""));
    }

    private Locator inPost(String name) {
        return page.locator("#visao-posto [name=%s]".formatted(name));
    }

    private void open(String path) {
        window(1280, 800, ColorScheme.LIGHT);
        page.navigate(clientUrl + path);
        assertThat(page.locator("#ligacao")).hasAttribute("data-situacao", "viva");
    }

    private static String plate() {
        return "CAR%04d".formatted(CARS.getAndIncrement());
    }
}
