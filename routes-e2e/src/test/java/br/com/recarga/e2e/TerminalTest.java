package br.com.recarga.e2e;

import static br.com.recarga.e2e.Tela.ABAIXO;
import static br.com.recarga.e2e.Tela.ACIMA;
import static br.com.recarga.e2e.Tela.APAGAR_LINHA;
import static br.com.recarga.e2e.Tela.CTRL_C;
import static br.com.recarga.e2e.Tela.CTRL_D;
import static br.com.recarga.e2e.Tela.ENTER;
import static br.com.recarga.e2e.Tela.ESC;
import static br.com.recarga.e2e.Tela.TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.local.LocalSettings;
import br.com.recarga.local.SistemaLocal;
import br.com.recarga.terminal.TerminalApplication;
import br.com.recarga.testkit.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The terminal as people and scripts use it: the real program, in a process of its own, on a system that is running. */
@Tag(Modo.FIO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("br.com.recarga.e2e.Tela#possivelOuExigida")
class TerminalTest {

    private static final String TERMINAL = "c.terminal";
    private static final String CARRO = "--modelo 'BYD Dolphin' --capacidade 44,9 --nivel 12,5 --consumo 0,15";

    private Broker broker;
    private Path pasta;
    private SistemaLocal sistema;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pasta = folder;
        List<Integer> ports = FreePorts.find(3);
        broker = Modo.broker();
        broker.start();
        sistema = SistemaLocal.start(
                new LocalSettings(
                        broker.port(Broker.ADMIN),
                        ports.subList(0, 2),
                        ports.subList(2, 3),
                        -1,
                        folder,
                        Path.of("../data")),
                broker::conexao);
        await().atMost(Duration.ofSeconds(60)).until(sistema::isReady);
    }

    @AfterAll
    void stop() throws Exception {
        sistema.close();
        broker.close();
    }

    @Test
    void aPersonFindsReservesSeesAndCancelsWithTheArrowKeys() throws Exception {
        try (Tela tela = menu("pessoa", "xterm", 80, 24)) {
            tela.ate("❯ Iniciar uma viagem");
            tela.teclar(ABAIXO, ABAIXO, ABAIXO, ABAIXO);
            tela.ate("❯ Estado dos servidores").teclar(ENTER);
            tela.ate("server1   no ar").ate("server2   no ar").ate("❯ Iniciar uma viagem");

            tela.teclar("listar");
            tela.ate("? O que deseja fazer? listar").teclar(ENTER);
            tela.ate("❯ todos").teclar(ESC);
            tela.ate("❯ Iniciar uma viagem").teclar("listar", ENTER);
            tela.ate("❯ todos").teclar(ENTER);
            tela.ate("? Cidade ou estado (todas):").teclar("atlantida" + ENTER);
            tela.ate("não há postos aí").deNovo("atlantida").teclar(APAGAR_LINHA, "sao cristovao", TAB);
            tela.ate("São Cristóvão/SE").teclar(ENTER);
            tela.ate("R$/kWh").ate("❯ Iniciar uma viagem");

            tela.teclar("listar", ENTER);
            tela.ate("❯ todos").teclar(ENTER);
            tela.ate("? Cidade ou estado (todas):").teclar(ENTER);
            tela.ate("23 de 101 linhas: Enter mostra mais").teclar(ENTER);
            tela.ate("46 de 101 linhas").teclar("q");
            tela.ate("❯ Iniciar uma viagem");

            tela.teclar("reservar um", ENTER);
            tela.ate("❯ server1").teclar(ENTER);
            tela.ate("Cidade ou estado (todas):").teclar(ENTER);
            tela.ate("? Qual posto?").teclar("getulio vargas");
            tela.ate("❯ 3 Getúlio Vargas").teclar(ENTER);
            tela.ate("? Placa:").teclar(ENTER);
            tela.ate("Enter outra vez volta ao menu\n? Placa:").teclar("placa" + ENTER);
            tela.ate("deve ser uma placa como").deNovo("placa").teclar(APAGAR_LINHA, "ter-1m11", ENTER);
            tela.ate("? Modelo:").teclar("Ônibus elétrico" + ENTER);
            tela.ate("? Capacidade").teclar("muita" + ENTER);
            tela.ate("deve ser um número").deNovo("muita").teclar(APAGAR_LINHA, "44,9", ENTER);
            tela.ate("? Consumo").teclar("0,15" + ENTER);
            tela.ate("? Nível").teclar("60" + ENTER);
            tela.ate("não pode passar da capacidade").deNovo("60").teclar(APAGAR_LINHA, "12,5", ENTER);
            tela.ate("? A partir de quando (agora):").teclar(ENTER);
            tela.ate("? Até quando").teclar(ENTER);
            tela.ate("kWh, custa até R$").ate("❯ Sim").teclar(ENTER);
            tela.ate("✔").ate("código").ate("❯ Iniciar uma viagem");

            tela.teclar("minhas", ENTER);
            tela.ate("posto 3 de server1, TER1M11").teclar(ENTER);
            tela.ate("situação  confirmada").ate("❯ Nada").teclar("cancelar", ENTER);
            tela.ate("❯ Sim").teclar(ENTER);
            tela.ate("situação  cancelada").ate("❯ Iniciar uma viagem").teclar(ACIMA);
            tela.ate("❯ Sair").teclar(ENTER);
            assertThat(tela.fim()).isZero();
        }
        try (Stream<Path> arquivos = Files.list(pasta.resolve("pessoa"))) {
            assertThat(arquivos)
                    .isNotEmpty()
                    .allSatisfy(
                            arquivo -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(arquivo)))
                                    .as(arquivo.toString())
                                    .doesNotContainPattern("r..$"));
        }
    }

    @Test
    void aPersonPlansATripReservesItAndCancelsIt() throws Exception {
        try (Tela tela = menu("viajante", "xterm", 100, 40)) {
            tela.ate("❯ Iniciar uma viagem").teclar(ENTER);
            tela.ate("? De onde").teclar("aracaju", TAB);
            tela.ate("Aracaju/SE").teclar(ENTER);
            tela.ate("? Para onde").teclar("Feira de Santana" + ENTER);
            tela.ate("? Placa:").teclar("VIA1A11" + ENTER);
            tela.ate("? Modelo:").teclar("BYD Dolphin" + ENTER);
            tela.ate("? Capacidade").teclar("44,9" + ENTER);
            tela.ate("? Consumo").teclar("0,2" + ENTER);
            tela.ate("? Nível").teclar("40" + ENTER);
            tela.ate("? Partida (agora):").teclar("amanhã 8h" + ENTER);
            tela.ate("❯ Reservar").teclar(ENTER);
            tela.ate("Viagem v-").ate(": confirmada").ate("❯ Iniciar uma viagem");
            tela.teclar("minhas", ENTER);
            tela.ate("viagem Aracaju/SE → Feira de Santana").teclar(ENTER);
            tela.ate("❯ Nada").teclar("cancelar", ENTER);
            tela.ate("❯ Sim").teclar(ENTER);
            tela.ate(": cancelada").ate("❯ Iniciar uma viagem").teclar(CTRL_D);
            assertThat(tela.fim()).isZero();
        }
    }

    @Test
    void ctrlCLeavesAtAListAndAtAQuestionWithoutATrace() throws Exception {
        try (Tela tela = menu("apressada", "xterm", 60, 20)) {
            tela.ate("❯ Iniciar uma viagem").teclar(CTRL_C);
            assertThat(tela.fim()).isEqualTo(130);
            assertThat(tela.texto()).doesNotContain("Exception", "❯");
        }
        try (Tela tela = menu("apressada", "xterm", 60, 20)) {
            tela.ate("❯ Iniciar uma viagem").teclar(ENTER);
            tela.ate("? De onde").teclar("qualquer", CTRL_C);
            assertThat(tela.fim()).isEqualTo(130);
            assertThat(tela.texto()).doesNotContain("Exception");
        }
    }

    @Test
    void whoeverLeavesWhileAServerThinksIsToldWhatNobodyKnows() throws Exception {
        try (Peer calado = Peer.mqtt5(broker, "s.server9")) {
            String reservas = Modo.topico(Topics.POSTOS_RESERVA, "server9", "+");
            String listas = Modo.topico(Topics.POSTOS_REQUEST, "server9", "+");
            calado.subscribe(reservas);
            calado.subscribe(listas);
            calado.publishRetained(
                    Topics.servidorStatus("server9"),
                    "{\"server_id\":\"server9\",\"status\":\"online\",\"timestamp\":\"2026-01-01T00:00:00-03:00\",\"topicos\":[\"proprios\"]}");

            String reserva = "reservar --servidor server9 --posto 1 --placa CAL1A11 --chave k-1 " + CARRO;
            try (Tela tela = new Tela(
                    120,
                    24,
                    ambiente("impaciente", "RECARGA_PRAZO", "50s", "RECARGA_PRE_RESERVA", "2m"),
                    linha(reserva))) {
                // it takes a while until the program has started
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(calado.received(reservas)
                                        .path("request_id")
                                        .asText())
                                .isEqualTo("k-1"));
                tela.teclar(CTRL_C);
                assertThat(tela.fim()).isEqualTo(130);
                assertThat(tela.ate("Não se sabe se a reserva foi feita").texto())
                        .contains("reservas --id k-1")
                        .doesNotContain("Exception");
            }
            try (Tela tela = menu("impaciente", "xterm", 80, 24, "RECARGA_PRAZO", "50s", "RECARGA_PRE_RESERVA", "2m")) {
                tela.ate("❯ Iniciar uma viagem").teclar("listar", ENTER);
                tela.ate("server9").teclar("server9", ENTER);
                assertThat(calado.received(listas).path("server_id").asText()).isEqualTo("server9");
                tela.teclar(CTRL_C);
                assertThat(tela.fim()).isEqualTo(130);
                assertThat(tela.texto()).doesNotContain("Exception", "Não se sabe");
            } finally {
                calado.publishRetained(Topics.servidorStatus("server9"), "");
            }
        }
    }

    @Test
    void aTerminalThatCannotMoveItsCursorGetsNumberedQuestions() throws Exception {
        try (Tela tela = menu("simples", "dumb", 80, 24)) {
            tela.ate("O que deseja fazer? [1-6]").teclar("9" + ENTER);
            tela.ate("deve ser um número de 1 a 6").teclar("5" + ENTER);
            tela.ate("server1   no ar").teclar("6" + ENTER);
            assertThat(tela.fim()).isZero();
            assertThat(tela.texto()).doesNotContain("❯");
        }
    }

    @Test
    void withoutABrokerTheMenuSaysSoAndComesBack() throws Exception {
        try (Tela tela = menu("sozinha", "xterm", 80, 24, "MQTT_PORT", "1")) {
            tela.ate("❯ Iniciar uma viagem").teclar("estado", ENTER);
            tela.ate("Sem conexão com o broker em 127.0.0.1:1")
                    .ate("❯ Iniciar uma viagem")
                    .teclar(CTRL_D);
            assertThat(tela.fim()).isZero();
        }
    }

    @Test
    void scriptsGetTheJsonOfTheContractAndAnExitCode() throws Exception {
        Execucao postos = executar("postos --servidor server1 --json");
        assertThat(postos.saida()).isZero();
        assertThat(postos.erros()).isEmpty();
        assertThat(postos.json().path("server_id").asText()).isEqualTo("server1");
        assertThat(postos.json().path("postos").size()).isGreaterThan(10);

        Execucao feita = executar("reservar --json --servidor server1 --posto 20 --placa SCR1P11 " + CARRO);
        assertThat(feita.saida()).isZero();
        String id = feita.json().path("reserva_id").asText();
        Execucao recusada = executar("reservar --servidor server1 --posto 20 --placa SCR1P22 " + CARRO);
        assertThat(recusada.saida()).isEqualTo(1);
        assertThat(recusada.erros()).contains("ocupado", "Livres no mesmo horário");
        assertThat(executar("cancelar --json " + id).json().path("situacao").asText())
                .isEqualTo("CANCELADA");

        Execucao desconhecida = executar("postos --servidor ninguem --json");
        assertThat(desconhecida.saida()).isEqualTo(3);
        assertThat(desconhecida.json().path("codigo").asText()).isEqualTo("SERVIDOR_DESCONHECIDO");
        Execucao malPedida = executar("reservar --posto vinte");
        assertThat(malPedida.saida()).isEqualTo(2);
        assertThat(malPedida.respostas()).isEmpty();
        assertThat(malPedida.erros()).contains("espera-se um número inteiro").doesNotContain("\tat ");
        assertThat(executar("").saida()).isEqualTo(2);
        Execucao ajuda = executar("postos --ajuda");
        assertThat(ajuda.saida()).isZero();
        assertThat(ajuda.respostas()).startsWith("Uso: recarga postos");
        assertThat(ajuda.erros()).isEmpty();
    }

    @Test
    void withoutABrokerAScriptIsToldInTheSameShape() throws Exception {
        Execucao sozinha = executar("servidores --json", "MQTT_PORT", "1");

        assertThat(sozinha.saida()).isEqualTo(3);
        assertThat(sozinha.json().path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
        assertThat(sozinha.erros()).isEmpty();
    }

    /** What became of a command. */
    private record Execucao(int saida, String respostas, String erros) {

        JsonNode json() throws IOException {
            return ContractJson.mapper().readTree(respostas);
        }
    }

    private Execucao executar(String argumentos, String... mais) throws Exception {
        Path erros = Files.createTempFile(pasta, "erros", ".txt");
        ProcessBuilder comando = new ProcessBuilder("sh", "-c", linha(argumentos)).redirectError(erros.toFile());
        comando.environment().putAll(ambiente("script", mais));
        Process processo = comando.start();
        processo.getOutputStream().close();
        String respostas = new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(processo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Execucao(processo.exitValue(), respostas, Files.readString(erros));
    }

    private Tela menu(String quem, String tipo, int colunas, int linhas, String... mais) throws IOException {
        Map<String, String> ambiente = ambiente(quem, mais);
        ambiente.put("TERM", tipo);
        return new Tela(colunas, linhas, ambiente, linha(""));
    }

    private Map<String, String> ambiente(String quem, String... mais) {
        Map<String, String> ambiente = new HashMap<>(Map.of(
                "MQTT_BROKER",
                "127.0.0.1",
                "MQTT_PORT",
                String.valueOf(broker.port(TERMINAL)),
                "RECARGA_MQTT_TLS",
                String.valueOf(broker.tls(TERMINAL).isPresent()),
                "RECARGA_TERMINAL_DIR",
                pasta.resolve(quem).toString(),
                // more than what fits into a command line
                "CLASSPATH",
                ClassesGuardadas.classPath(),
                // somebody in Brazil, wherever this machine is
                "RECARGA_FUSO",
                "America/Sao_Paulo",
                "LC_ALL",
                "C.UTF-8"));
        broker.conexao(TERMINAL)
                .map(ajuste -> ajuste.substring(2).split("=", 2))
                // where it is, as people say it
                .filter(ajuste -> !ajuste[0].endsWith(".broker-url"))
                .forEach(ajuste ->
                        ambiente.put(ajuste[0].toUpperCase(Locale.ROOT).replace('.', '_'), ajuste[1]));
        for (int i = 0; i < mais.length; i += 2) {
            ambiente.put(mais[i], mais[i + 1]);
        }
        return ambiente;
    }

    private static String linha(String argumentos) throws IOException {
        return "%s %s %s"
                .formatted(
                        String.join(" ", ClassesGuardadas.java(TerminalApplication.class, "postos")),
                        TerminalApplication.class.getName(),
                        argumentos);
    }
}
