package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.ServerSentEvents;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator does in a day and in a month, on the page alone. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class PaginaOperadorDiaTest extends PaginaDoServidorTest {

    private static final String CABECALHO =
            "id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh\n";

    @Test
    void aPointIsCreatedAndItsPriceChanged() {
        open();
        enter();
        button("Novo posto").click();
        fill("Nome", "Teste da página");
        fill("Cidade", "Feira de Santana");
        fill("UF", "ba");
        fill("Lugar", "-12.2501, -38.9501");
        fill("Potência (kW)", "22,5");
        dialog().getByLabel("Conector").selectOption("Tipo 2");
        fill("Preço (R$/kWh)", "caro");
        button("Criar").click();
        // the question is longer than the window is high
        assertThat(
                        (Boolean)
                                button("Criar")
                                        .evaluate(
                                                "button => button.getBoundingClientRect().bottom <= document.querySelector('dialog').getBoundingClientRect().bottom"))
                .isTrue();
        assertThat(page.locator("#dialogo-preco_kwh")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#dialogo-preco_kwh-erro")).hasText("deve ser um número, como 22,5");
        fill("Preço (R$/kWh)", "1,25");
        button("Criar").click();

        Locator row = page.locator("#tabela-postos tbody tr", new Page.LocatorOptions().setHasText("Teste da página"));
        assertThat(row).containsText("22,5 kW");
        assertThat(row).containsText("1,25");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("criado");

        row.getByText("Gerir").click();
        button("Mudar dados e preço").click();
        assertThat(page.locator("#dialogo-preco_kwh")).hasValue("1,25");
        fill("Preço (R$/kWh)", "101");
        button("Gravar").click();
        assertThat(page.locator("#dialogo-preco_kwh-erro")).isVisible();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("Há o que corrigir");
        fill("Preço (R$/kWh)", "1,4");
        button("Gravar").click();
        assertThat(row).containsText("1,40");
        int id = Integer.parseInt(row.getAttribute("data-chave"));
        JsonNode point = server1.get("/pontos/" + id).body();
        assertThat(point.path("preco_kwh").asDouble()).isEqualTo(1.4);
        assertThat(point.path("localizacao").asText()).isEqualTo("-12.2501,-38.9501");
    }

    @Test
    void whatAChangeWouldMeanForWhoHasReservedIsToldBeforeItIsDone() {
        reserve(11, in(3), in(4));
        open();
        enter();
        manage(11);
        button("Mudar dados e preço").click();
        fill("Potência (kW)", "2");
        button("Gravar").click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("já não é o mesmo: 1");
        assertThat(server1.get("/pontos/11").body().path("potencia_maxima").asDouble())
                .isGreaterThan(2);

        button("Gravar").click();
        assertThat(point(11)).containsText("2 kW");
    }

    @Test
    void aCsvIsCheckedBeforeItIsImportedAndItsErrorsAreShown() {
        open();
        enter();
        button("Importar CSV").click();
        choose(CABECALHO + """
                901,Importado A,Feira de Santana,BA,-12.26,-38.96,22,Tipo 2,1.10
                902,Importado B,Feira de Santana,BA,-12.27,-38.97,forte,CCS2,caro
                """);
        button("Conferir").click();
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("Novos: 1");
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("Linhas com erro: 1 · erros: 2");
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("linha 3, Potência (kW)");
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("linha 3, Preço (R$/kWh)");
        assertThat(button("Importar")).hasClass("botao");
        assertThat(server1.get("/pontos/901").status()).isEqualTo(404);

        button("Importar").click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("Corrija o arquivo");
        assertThat(server1.get("/pontos/901").status()).isEqualTo(404);

        // another file is checked anew
        choose(CABECALHO + """
                901,Importado A,Feira de Santana,BA,-12.26,-38.96,22,Tipo 2,1.10
                902,Importado B,Feira de Santana,BA,-12.27,-38.97,50,CCS2,1.90
                903,Importado C,Feira de Santana,XX,-12.27,-38.97,50,CCS2,1.90
                """);
        button("Conferir").click();
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("Novos: 2");
        dialog().getByLabel("Importar as linhas boas").check();
        assertThat(button("Importar")).hasClass("botao primario");
        button("Importar").click();
        assertThat(page.locator("#recados")).containsText("Importado. Novos: 2");
        assertThat(page.locator("#recados")).containsText("Linhas deixadas de fora: 1 (4)");
        assertThat(point(901)).isVisible();
        assertThat(point(902)).isVisible();
        assertThat(point(903)).hasCount(0);
    }

    @Test
    void whatWasCheckedIsWhatIsImportedWhateverTheFileSaysMeanwhile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("postos.csv");
        Files.writeString(file, CABECALHO + "911,Conferido,Feira de Santana,BA,-12.26,-38.96,22,Tipo 2,1.10\n");
        open();
        enter();
        button("Importar CSV").click();
        page.getByLabel("Arquivo CSV").setInputFiles(file);
        button("Conferir").click();
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("Novos: 1");

        Files.writeString(
                file,
                CABECALHO
                        + "911,Outro,Feira de Santana,BA,-12.26,-38.96,22,Tipo 2,1.10\n"
                        + "912,Mais um,Feira de Santana,BA,-12.27,-38.97,50,CCS2,1.90\n");
        button("Importar").click();

        assertThat(page.locator("#recados")).containsText("Importado. Novos: 1");
        assertThat(server1.get("/pontos/911").body().path("nome").asText()).isEqualTo("Conferido");
        assertThat(server1.get("/pontos/912").status()).isEqualTo(404);
    }

    @Test
    void aFileThatHasChangedSinceItWasChosenHasToBeChosenAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("postos.csv");
        Files.writeString(file, CABECALHO);
        open();
        enter();
        button("Importar CSV").click();
        page.getByLabel("Arquivo CSV").setInputFiles(file);
        Files.writeString(file, CABECALHO + "913,Corrigido,Feira de Santana,BA,-12.26,-38.96,22,Tipo 2,1.10\n");
        button("Conferir").click();
        assertThat(dialog().getByText("Escolha o arquivo outra vez")).isVisible();

        FileChooser chooser =
                page.waitForFileChooser(() -> page.getByLabel("Arquivo CSV").click());
        chooser.setFiles(file);
        button("Conferir").click();
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("Novos: 1");
    }

    @Test
    void theListThatIsDownloadedIsOneThatCanBeImported() throws Exception {
        open();
        enter();
        Download file = page.waitForDownload(() -> button("Baixar CSV").first().click());
        assertThat(Files.readString(file.path())).contains("id;nome;cidade;uf;latitude;longitude");

        button("Importar CSV").click();
        page.getByLabel("Arquivo CSV").setInputFiles(file.path());
        button("Conferir").click();
        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("Novos: 0 · mudados: 0");
    }

    @Test
    void maintenanceIsPlannedSeenAndCalledOff() {
        OffsetDateTime begin = tomorrowAt(9);
        String plate = text(reserve(12, begin.plusMinutes(30), begin.plusHours(1)), "placa");
        open();
        enter();
        manage(12);
        button("Marcar manutenção").click();
        page.getByLabel("Desde").fill(begin.toLocalDate() + "T09:00");
        page.getByLabel("Até (vazio").fill(begin.toLocalDate() + "T11:00");
        page.getByLabel("Motivo").fill("Troca do cabo");
        assertThat(dialog()).containsText("Reservas que seriam canceladas: 1.");
        button("Pôr em manutenção").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("reservas canceladas: 1");
        assertThat(state(12)).hasText("Livre");

        button("Fora de serviço").click();
        assertThat(dialog()).containsText("12 · ");
        assertThat(dialog()).containsText("manutenção marcada, de");
        assertThat(dialog()).containsText("Troca do cabo");
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("Desmarcar a manutenção do posto 12 ")))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("desmarcada");
        assertThat(out(12)).isEmpty();
        link("Reservas").click();
        button("Dia seguinte").click();
        assertThat(reservation(plate)).containsText("Cancelada");
    }

    @Test
    void aPointIsSwitchedOffAndOn() {
        open();
        enter();
        manage(13);
        assertThat(dialog()).containsText("Ninguém reserva até que se ligue");
        // a question that fits hides nothing behind its buttons
        assertThat((Boolean) dialog().evaluate("""
                question => question.querySelector('.escolhas').getBoundingClientRect().bottom
                  <= question.querySelector('form > .acoes').getBoundingClientRect().top""")).isTrue();
        button("Desligar").click();
        assertThat(dialog()).containsText("Reservas cujos motoristas seriam avisados: 0.");
        button("Desligar").click();
        assertThat(state(13)).hasText("Indisponível");

        manage(13);
        assertThat(dialog()).containsText("desligado");
        assertThat(button("Desligar")).hasCount(0);
        button("Ligar o posto 13").click();
        assertThat(state(13)).hasText("Livre");
    }

    @Test
    void aCarWithoutAReservationBeginsAndEndsAndIsBilled() throws Exception {
        String plate = plate();
        open();
        enter();
        link("Carregamentos").click();
        button("Começar um carregamento").click();
        dialog().getByLabel("Posto").selectOption("14");
        fill("Placa", "X");
        button("Começar").click();
        assertThat(page.locator("#dialogo-placa-erro")).isVisible();
        fill("Placa", plate.toLowerCase());
        button("Começar").click();
        assertThat(charge(plate)).containsText("14 ·");
        assertThat(charge(plate)).containsText("sem reserva");

        button("Começar um carregamento").click();
        dialog().getByLabel("Posto").selectOption("14");
        fill("Placa", plate());
        button("Começar").click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("ocupado");
        button("Voltar").click();

        charge(plate).getByText("Terminar").click();
        page.getByLabel("Energia").fill("1,5");
        page.keyboard().press("Enter");
        assertThat(charge(plate)).containsText("Terminado");

        button("Baixar CSV de um período").click();
        Download file = page.waitForDownload(() -> button("Baixar CSV").last().click());
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("No arquivo:");
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFid;posto_id;posto;placa;reserva_id;inicio;fim;fuso;energia_kwh;preco_kwh;custo");
        assertThat(lines).anySatisfy(line -> {
            assertThat(line).contains(";14;").contains(";" + plate + ";").contains(";-03:00;1,5;");
        });
        double billed = lines.stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(';') + 1).replace(',', '.'))
                .filter(cost -> !cost.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sum();
        LocalDate tomorrow = tomorrowAt(0).toLocalDate();
        String month = "/ocupacao?de=%sT00:00:00-03:00&ate=%sT00:00:00-03:00"
                .formatted(tomorrow.minusDays(1).withDayOfMonth(1), tomorrow);
        double revenue =
                server1.getWith(month, credential()).body().at("/total/receita").asDouble();
        assertThat(billed).isCloseTo(revenue, within(0.005));
    }

    @Test
    void aPeriodInWhichNothingEndedLeavesNoFile() {
        open();
        enter();
        link("Carregamentos").click();
        button("Baixar CSV de um período").click();
        page.getByLabel("Do dia").fill("2020-01-31");
        page.getByLabel("Até o dia").fill("2020-01-01");
        button("Baixar CSV").last().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("depois do início");
        page.getByLabel("Do dia").fill("2020-01-01");
        button("Baixar CSV").last().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("Nenhum carregamento terminou");
    }

    @Test
    void occupancyIsShownDayByDayOfAWeek() {
        OffsetDateTime monday = tomorrowAt(8).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        OffsetDateTime wednesday = monday.plusDays(2);
        reserve(15, wednesday, wednesday.plusHours(12));
        open();
        enter();
        link("Ocupação").click();
        period().selectOption("semana");
        page.locator("#dia-ocupacao").fill(monday.plusDays(4).toLocalDate().toString());
        Locator row = page.locator("#mapa tbody tr", new Page.LocatorOptions().setHasText("15 ·"));
        assertThat(row.locator("td")).hasCount(8);
        assertThat(row.locator("td").nth(1)).hasText("0");
        assertThat(row.locator("td").nth(2)).hasText("50");
        assertThat(row.locator("td").nth(7)).hasText("7");
        assertThat(page.locator("#mapa thead th").nth(1)).hasAttribute("aria-label", Pattern.compile("segunda"));
        assertThat(page.locator("#em-palavras")).containsText("Dia mais cheio: quarta");

        button("Semana seguinte").click();
        assertThat(page.locator("#dia-ocupacao"))
                .hasValue(monday.plusDays(11).toLocalDate().toString());
        assertThat(row.locator("td").nth(2)).hasText("0");
        period().selectOption("dia");
        assertThat(row.locator("td")).hasCount(25);
        assertThat(button("Dia seguinte").locator("visible=true")).isVisible();
    }

    @Test
    void aReservationIsGivenThePointBesideAndItsDriverHearsOfIt() throws Exception {
        create(801, "-12.2701,-38.9701");
        create(802, "-12.2703,-38.9703");
        create(803, "-12.2702,-38.9702");
        // free now, and all the same not then
        reserve(803, in(1).plusMinutes(30), in(3));
        Api.Answer made = reserve(801, in(1), in(2));
        String plate = text(made, "placa");
        String id = text(made, "reserva_id");
        String alone = text(reserve(20, in(1), in(2)), "placa");
        open();
        enter();
        link("Reservas").click();
        page.locator("#dia-reservas")
                .fill(in(1).atZoneSameInstant(ZoneOffset.ofHours(-3))
                        .toLocalDate()
                        .toString());
        reservation(alone).getByText("Outro posto").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Não há outro posto no mesmo local que o 20");

        reservation(plate).getByText("Outro posto").click();
        assertThat(dialog().getByLabel("Novo posto").locator("option")).hasText(new String[] {
            "802 · Vaga 802, Feira de Santana (livre no horário da reserva)",
            "803 · Vaga 803, Feira de Santana (não está livre no horário da reserva)"
        });
        assertThat(dialog()).containsText("A reserva de " + plate + " é do posto 801");
        fill("Motivo", "O cabo do outro quebrou");
        try (ServerSentEvents events = ServerSentEvents.open(URI.create(clientUrl + "/eventos"))) {
            button("Passar para este posto").click();
            assertThat(reservation(plate)).containsText("802 ·");
            await().untilAsserted(() -> assertThat(events.data("reserva"))
                    .anyMatch(data -> data.contains(id) && data.contains("\"posto_id\":802")));
        }

        JsonNode seen = client.get("/reservas/" + id, text(made, "codigo_reserva"))
                .body()
                .path("reserva");
        assertThat(seen.path("posto_id").asInt()).isEqualTo(802);
        assertThat(seen.at("/historico/1/motivo").asText()).endsWith("O cabo do outro quebrou");
    }

    private void create(int id, String place) {
        assertThat(server1.post("/pontos", """
                        {"id":%d,"nome":"Vaga %d","cidade":"Feira de Santana","uf":"BA","localizacao":"%s","potencia_maxima":22,
                         "tipo_conector":"Tipo 2","preco_kwh":1.5}""".formatted(id, id, place), "Authorization", credential())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoMayOnlyLookIsOfferedNoChange() {
        open();
        button("Entrar").first().click();
        fill("Usuário", "rui");
        page.getByLabel("Senha").fill(SENHA);
        page.keyboard().press("Enter");
        assertThat(page.locator("#quem")).hasText("rui, só lê");
        assertThat(button("Novo posto")).hasCount(0);
        assertThat(button("Importar CSV")).hasCount(0);
        manage(16);
        assertThat(dialog().getByRole(AriaRole.BUTTON)).hasCount(1);
        page.locator("#dialogo-nao").click();
        link("Carregamentos").click();
        assertThat(button("Começar um carregamento")).hasCount(0);
        assertThat(button("Baixar CSV de um período")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 800, LIGHT",
        "1280, 800, DARK",
        "768, 1024, LIGHT",
        "768, 1024, DARK",
        "360, 740, LIGHT",
        "360, 740, DARK"
    })
    void everyDialogFitsAndIsAccessible(int width, int height, ColorScheme scheme) {
        maintenance(17, true);
        open(width, height, scheme);
        enter();
        button("Novo posto").click();
        button("Criar").click();
        inspect(null, width);
        button("Voltar").click();
        button("Importar CSV").click();
        choose(CABECALHO + "x,y,z\n" + "1,y,z,BA,0,0,1,CCS9,1\n".repeat(30));
        button("Conferir").click();
        assertThat(dialog()).containsText("erros:");
        inspect(null, width);
        button("Voltar").click();
        manage(17);
        inspect("operador-gerir" + suffix(width, scheme), width);
        button("Marcar manutenção").click();
        inspect(null, width);
        button("Voltar").click();
        link("Carregamentos").click();
        button("Começar um carregamento").click();
        inspect(null, width);
        button("Voltar").click();
        button("Baixar CSV de um período").click();
        inspect(null, width);
        button("Voltar").click();
        link("Ocupação").click();
        period().selectOption("semana");
        assertThat(page.locator("#mapa tbody tr").first().locator("td")).hasCount(8);
        inspect(null, width);
    }

    @Test
    void speaksEnglishInItsDialogsToo() {
        open();
        enter();
        button("English").click();
        button("New point").click();
        assertThat(dialog()).containsText("Price (R$/kWh)");
        button("Back").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Manage point 18,")))
                .click();
        assertThat(button("Plan maintenance")).isVisible();
        assertThat(Arrays.asList(dialog().innerText().split("\\s+"))).doesNotContain("undefined");
    }

    /** Whether a day or a week is looked at. */
    private Locator period() {
        return page.locator("#periodo-ocupacao");
    }

    private void fill(String label, String value) {
        dialog().getByLabel(label).fill(value);
    }

    private void choose(String csv) {
        page.getByLabel("Arquivo CSV")
                .setInputFiles(new FilePayload("postos.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void manage(int id) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Gerir o posto %d,".formatted(id))))
                .click();
    }

    /** What takes this point out of service. */
    private JsonNode out(int id) {
        return server1.getWith("/indisponibilidades?posto_id=" + id, credential())
                .body()
                .path("indisponibilidades");
    }
}
