package br.com.recarga.terminal.menu;

import static br.com.recarga.terminal.menu.PerguntasEnsaiadas.CTRL_C;
import static br.com.recarga.terminal.menu.PerguntasEnsaiadas.VAZIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.client.postos.PedirPostosRoute;
import br.com.recarga.client.reservas.ConsultarPlacaRoute;
import br.com.recarga.client.reservas.ConsultarReservaRoute;
import br.com.recarga.client.reservas.PedirAlteracaoRoute;
import br.com.recarga.client.reservas.PedirCancelamentoRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.client.servidores.ServidoresRoute;
import br.com.recarga.client.viagens.PlanejarViagemRoute;
import br.com.recarga.client.viagens.ReservarViagemRoute;
import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.terminal.RecargaFalsa;
import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.memoria.Lembrado.ViagemPedida;
import br.com.recarga.terminal.rotas.Chamada;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {

    private static final String[] CARRO = {"abc-1d23", "BYD Dolphin", "44,9", "0,15", "12,5"};

    private Path pasta;
    private RecargaFalsa recarga;

    @BeforeEach
    void novo(@TempDir Path temp) {
        pasta = temp.resolve("recarga");
        recarga = new RecargaFalsa(pasta)
                .responde(ServidoresRoute.ID, 200, RecargaFalsa.SERVIDORES)
                .responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS);
    }

    @Test
    void leavesByItsLastEntryByCtrlDAndByCtrlC() {
        assertThat(conversar("Sair")).isZero();
        assertThat(conversar()).isZero();
        assertThat(conversar(CTRL_C)).isEqualTo(130);
        assertThat(conversar("Reservar um posto", "server1", CTRL_C)).isEqualTo(130);
    }

    @Test
    void showsPointsOfOneCityAndAsksAgainForOneThatHasNone() {
        PerguntasEnsaiadas pessoa =
                new PerguntasEnsaiadas("Listar postos", "todos", "Atlântida", "feira de santana", "Sair");

        assertThat(new Menu(recarga.ambiente(), pessoa).call()).isZero();

        assertThat(pessoa.recusas()).containsExactly("não há postos aí; Tab mostra as cidades");
        assertThat(recarga.respostas()).contains("Tomba").doesNotContain("Farol");
    }

    @Test
    void showsTheServers() {
        conversar("Estado dos servidores", "Sair");

        assertThat(recarga.respostas()).contains("no ar", "fora do ar");
    }

    @Test
    void aPointThatIsTakenIsReplacedByAnAlternative() throws IOException {
        recarga.responde(PedirReservaRoute.ID, 409, RecargaFalsa.OCUPADO)
                .responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA);

        conversar(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                VAZIO,
                "amanhã 18h",
                "Sim",
                "6 Sé",
                "Sim",
                "Sair");

        assertThat(recarga.chamadas(PedirReservaRoute.ID))
                .extracting(chamada -> ((ReservarBody) chamada.corpo()).postoId())
                .containsExactly(5, 6);
        // 32,4 kWh are missing, and there is time for them at both
        assertThat(recarga.respostas())
                .containsSubsequence(
                        "R$ 1,10/kWh; a carga, de até 32,4 kWh, custa até R$ 35,64.",
                        "R$ 2,00/kWh; a carga, de até 32,4 kWh, custa até R$ 64,80.",
                        "✔ Reservado");
        ReservarBody pedido =
                (ReservarBody) recarga.chamadas(PedirReservaRoute.ID).get(1).corpo();
        assertThat(pedido.inicio()).isNull();
        assertThat(pedido.fim()).isEqualTo("2026-12-24T18:00-03:00");
        assertThat(recarga.ambiente().memoria().tudo().reservas()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Sim, true", "Não,"})
    void whereThereAreEqualPointsAtOnePlaceOneIsAskedWhetherEitherWillDo(String resposta, Boolean expected) {
        recarga = new RecargaFalsa(pasta)
                .responde(ServidoresRoute.ID, 200, RecargaFalsa.SERVIDORES)
                .responde(PedirPostosRoute.ID, 200, """
                        {"postos":[
                         {"id":5,"nome":"Tomba","localizacao":"-12.2888,-38.9604","potencia_maxima":60.0,"tipo_conector":"CCS2","preco_kwh":2.00},
                         {"id":6,"nome":"Tomba 2","localizacao":"-12.2889,-38.9604","potencia_maxima":60.0,"tipo_conector":"CCS2","preco_kwh":2.00}]}""")
                .responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA);

        conversar(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                VAZIO,
                VAZIO,
                resposta,
                "Sim",
                "Sair");

        assertThat(recarga.chamadas(PedirReservaRoute.ID))
                .extracting(chamada -> ((ReservarBody) chamada.corpo()).aceitaEquivalente())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'-12.2899,-38.9604', 60, CCS2, 2.00",
        "'-12.2888,-38.9604', 50, CCS2, 2.00",
        "'-12.2888,-38.9604', 60, CHAdeMO, 2.00",
        "'-12.2888,-38.9604', 60, CCS2, 2.01",
        "nenhum, 60, CCS2, 2.00"
    })
    void whereThereAreNoneOneIsNotAsked(String lugar, double potencia, String conector, double preco) {
        recarga = new RecargaFalsa(pasta)
                .responde(ServidoresRoute.ID, 200, RecargaFalsa.SERVIDORES)
                .responde(PedirPostosRoute.ID, 200, """
                        {"postos":[
                         {"id":5,"nome":"Tomba","localizacao":"-12.2888,-38.9604","potencia_maxima":60.0,"tipo_conector":"CCS2","preco_kwh":2.00},
                         {"id":6,"nome":"Sé","localizacao":"%s","potencia_maxima":%s,"tipo_conector":"%s","preco_kwh":%s}]}""".formatted(lugar, potencia, conector, preco));
        PerguntasEnsaiadas pessoa = new PerguntasEnsaiadas(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                VAZIO,
                VAZIO,
                "Não",
                "Sair");

        assertThat(new Menu(recarga.ambiente(), pessoa).call()).isZero();

        assertThat(pessoa.perguntas()).noneMatch(pergunta -> pergunta.startsWith("Serve"));
    }

    @Test
    void aShortWindowCostsNoMoreThanWhatTheCarTakesInIt() {
        conversar(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                "amanhã 8h",
                "amanhã 9h30",
                "Não",
                "Sair");

        // the point gives 11 kW, and a car that does not say what it takes is presumed to take 7.4
        assertThat(recarga.respostas()).contains("R$ 1,10/kWh; a carga, de até 11,1 kWh, custa até R$ 12,21.");
        assertThat(recarga.chamadas(PedirReservaRoute.ID)).isEmpty();
    }

    @Test
    void whatAServerCanDoIsNotGuessed() {
        RecargaFalsa perdida = new RecargaFalsa(pasta)
                .responde(ServidoresRoute.ID, 200, RecargaFalsa.SERVIDORES)
                .responde(ServidoresRoute.ID, 503, """
                        {"status":"erro","codigo":"SERVIDOR_INDISPONIVEL","mensagem":"Ainda não se sabe que servidores há"}""")
                .responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS);
        PerguntasEnsaiadas pessoa = new PerguntasEnsaiadas(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                "Sair");

        assertThat(new Menu(perdida.ambiente(), pessoa).call()).isZero();

        assertThat(perdida.avisos()).contains("Ainda não se sabe que servidores há");
    }

    @Test
    void whatServersWroteIsShownWithoutWhatCouldSteerTheTerminal() {
        RecargaFalsa alheia = new RecargaFalsa(pasta)
                .responde(
                        ServidoresRoute.ID,
                        200,
                        "{\"servidores\":[{\"server_id\":\"s\\u009b1\",\"nome\":\"Rede\\u001b\",\"status\":\"online\"}]}")
                .responde(PedirPostosRoute.ID, 200, """
                        {"postos":[{"id":5,"nome":"Tom\\u001b]0;x\\u0007ba","cidade":"Feira\\u202e\\u009b","uf":"BA\\u2028",
                         "tipo_conector":"Tipo\\u00852","disponivel":true}]}""")
                .responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA);
        PerguntasEnsaiadas pessoa = new PerguntasEnsaiadas(
                "Reservar um posto",
                "Rede (s 1)",
                "Feira/BA",
                "5 Tom",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                VAZIO,
                VAZIO,
                "Sim",
                "Minhas reservas",
                VAZIO,
                "Sair");

        assertThat(new Menu(alheia.ambiente(), pessoa).call()).isZero();

        assertThat(pessoa.perguntas()).contains("Reservar o posto 5 Tom ]0;x ba para ABC1D23?");
        assertThat(alheia.respostas()).contains("Este servidor não diz o preço.");
        assertThat(pessoa.oferecidas())
                .contains("Feira/BA")
                .anyMatch(opcao -> opcao.startsWith("5 Tom ]0;x ba, Feira"))
                .anyMatch(opcao -> opcao.contains("posto 5 de s 1"))
                .allMatch(opcao -> opcao.matches("[\\P{C}&&[^\u2028\u2029]]*"));
        assertThat(alheia.chamadas(PedirReservaRoute.ID))
                .singleElement()
                .satisfies(chamada ->
                        assertThat(((ReservarBody) chamada.corpo()).serverId()).isEqualTo("s\u009b1"));
    }

    @Test
    void everyAnswerIsHeldAgainstTheRulesOfTheContract() {
        recarga.responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA);
        PerguntasEnsaiadas pessoa = new PerguntasEnsaiadas(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                "xyz",
                "ABC1D23",
                " ".repeat(3) + "x".repeat(90),
                "Ora",
                "mil",
                "0,5",
                "48",
                "11",
                "0,16",
                "60",
                "12",
                "logo",
                VAZIO,
                VAZIO,
                "Não",
                "Sair");

        new Menu(recarga.ambiente(), pessoa).call();

        assertThat(pessoa.recusas())
                .containsExactly(
                        "deve ser uma placa como ABC1234 ou ABC1D23",
                        "deve ter de 0 a 80 caracteres",
                        "deve ser um número, como 44,9",
                        "deve ser no mínimo 1",
                        "deve ser no máximo 10",
                        "não pode passar da capacidade da bateria",
                        "deve ser uma hora como 14:00, amanhã 8h ou 24/12 14:00");
        assertThat(recarga.chamadas(PedirReservaRoute.ID)).isEmpty();
    }

    @Test
    void aServerThatIsAwayAndABrokerThatIsAwayAreSaidAndTheMenuComesBack() {
        recarga.responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS);
        recarga.perderBroker();

        assertThat(conversar(
                        "Iniciar uma viagem", "Listar postos", "Reservar um posto", "Estado dos servidores", "Sair"))
                .isZero();

        assertThat(recarga.avisos().split("Sem conexão com o broker", -1)).hasSize(5);
    }

    @Test
    void aReservationIsSeenMovedCancelledAndForgotten() throws IOException {
        recarga.responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA)
                .responde(ConsultarReservaRoute.ID, 200, """
                        {"status":"sucesso","codigo":"OK","reserva":{"server_id":"server1","posto_id":5,"posto":"Tomba","situacao":"CONFIRMADA"}}""")
                .responde(PedirAlteracaoRoute.ID, 200, RecargaFalsa.RESERVADA)
                .responde(PedirCancelamentoRoute.ID, 200, RecargaFalsa.RESERVADA)
                .responde(ConsultarPlacaRoute.ID, 200, "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"reservas\":[]}");
        conversar(
                "Reservar um posto",
                "server1",
                VAZIO,
                "5 Tomba",
                CARRO[0],
                CARRO[1],
                CARRO[2],
                CARRO[3],
                CARRO[4],
                VAZIO,
                VAZIO,
                "Sim",
                "Sair");

        conversar(
                "Minhas reservas",
                "24/12",
                "Mudar o horário",
                "24/12 20:00",
                VAZIO,
                "Minhas reservas",
                "24/12",
                "Cancelar",
                "Sim",
                "Minhas reservas",
                "Ver como",
                "Minhas reservas",
                "24/12",
                "Esquecer",
                "Minhas reservas",
                "Procurar pela",
                "ABC1D23",
                VAZIO,
                "Sair");

        assertThat(recarga.chamadas(PedirAlteracaoRoute.ID)).hasSize(1);
        assertThat(recarga.chamadas(PedirCancelamentoRoute.ID)).hasSize(1);
        assertThat(recarga.chamadas(ConsultarPlacaRoute.ID)).hasSize(1);
        assertThat(recarga.ambiente().memoria().tudo().reservas()).isEmpty();
    }

    @Test
    void aReservationKeepsTheStartThatIsNotSaid() throws IOException {
        recarga.responde(ConsultarReservaRoute.ID, 200, """
                        {"status":"sucesso","codigo":"OK","reserva":{"server_id":"server1","posto_id":5,"posto":"Tomba","situacao":"EM_ANDAMENTO"}}""")
                .responde(PedirAlteracaoRoute.ID, 200, RecargaFalsa.RESERVADA);

        conversar(
                "Minhas reservas",
                "Procurar pelo número",
                "server1-1",
                "codigo",
                "Mudar o horário",
                VAZIO,
                "24/12 20:00",
                "Minhas reservas",
                "Procurar pelo número",
                "server1-1",
                "codigo",
                "Mudar o horário",
                VAZIO,
                VAZIO,
                "Sair");

        assertThat(recarga.chamadas(PedirAlteracaoRoute.ID))
                .extracting(Chamada::corpo)
                .containsExactly(new AlterarBody(null, OffsetDateTime.parse("2026-12-24T20:00:00-03:00")));
        assertThat(recarga.respostas()).contains("Nada mudou.");
    }

    @Test
    void aTripIsAskedForPlannedAndReserved() throws IOException {
        recarga.ambiente().memoria().lembrar(new Carro("ABC1D23", "BYD Dolphin", 44.9, 40.0, 0.15));
        recarga.responde(PlanejarViagemRoute.ID, 200, """
                        {"viavel":true,"criterio":"MENOR_TEMPO","chegada":"2026-12-24T15:00:00-03:00","duracao_min":125,"distancia_km":120.5,
                         "custo":19.1,"paradas":[{"server_id":"server1","posto_id":5,"nome":"Tomba","inicio":"2026-12-24T14:00:00-03:00",
                         "fim":"2026-12-24T14:30:00-03:00","nivel_chegada":8.1,"nivel_saida":30.2,"distancia_km":80.1,"custo":19.1}]}""").responde(ReservarViagemRoute.ID, 200, """
                        {"viagem_id":"v-1","situacao":"confirmada","codigo_reserva":"seg","paradas":[{"server_id":"server1","posto_id":5,
                         "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T14:30:00-03:00","situacao":"CONFIRMADA"}]}""");

        conversar(
                "Iniciar",
                "Feira de Santana/BA",
                "Salvador/BA",
                "ABC1D23",
                "44",
                "amanhã 8h",
                "Reservar",
                "Iniciar",
                "Feira de Santana/BA",
                "Salvador/BA",
                "Outro",
                "DEF1A23",
                "Ora",
                "48",
                "0,15",
                "40",
                VAZIO,
                "Não reservar",
                "Sair");

        PlanejarBody pedido =
                (PlanejarBody) recarga.chamadas(PlanejarViagemRoute.ID).get(0).corpo();
        assertThat(pedido.carro().nivelBateriaAtual()).isEqualTo(44);
        assertThat(pedido.partida()).isNull();
        assertThat(pedido.partidaLocal()).isEqualTo("2026-12-24T08:00");
        assertThat(recarga.chamadas(ReservarViagemRoute.ID))
                .singleElement()
                .satisfies(chamada ->
                        assertThat(((ViagemBody) chamada.corpo()).paradas()).hasSize(1));
        assertThat(recarga.respostas()).contains("Viagem v-1: confirmada", "seg");
        assertThat(recarga.ambiente().memoria().viagem("v-1")).isPresent();
    }

    @Test
    void pointsAreShownWhereTheLogOfTripsCannotBeOpenedAndTripsAreNotBegun() {
        Ambiente semDiario = new Ambiente(
                recarga.ambiente().saida(),
                recarga.ambiente().formatos(),
                recarga.ambiente().memoria(),
                alcance -> {
                    if (alcance == Alcance.TAMBEM_VIAGENS) {
                        throw new UncheckedIOException(new IOException("viagens.db"));
                    }
                    return recarga;
                });
        PerguntasEnsaiadas pessoa =
                new PerguntasEnsaiadas("Listar postos", "server1", VAZIO, "Iniciar", "Listar postos", "server1", VAZIO);

        assertThat(new Menu(semDiario, pessoa).call()).isZero();

        assertThat(recarga.respostas()).containsSubsequence("Farol", "Farol");
        assertThat(recarga.avisos()).containsOnlyOnce("✘ Erro interno");
    }

    @Test
    void aRequestForATripThatWasInterruptedIsOfferedAgainAsTheSameRequest() throws IOException {
        recarga.ambiente().memoria().lembrar(new Carro("ABC1D23", "BYD Dolphin", 44.9, 40.0, 0.15));
        recarga.responde(PlanejarViagemRoute.ID, 200, """
                {"viavel":true,"criterio":"MENOR_TEMPO","paradas":[{"server_id":"server1","posto_id":5,"nome":"Tomba",
                 "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T14:30:00-03:00"}]}""");
        // nobody answers: as if this process were killed meanwhile
        assertThatThrownBy(() ->
                        conversar("Iniciar", "Feira de Santana/BA", "Salvador/BA", "ABC1D23", "44", VAZIO, "Reservar"))
                .isInstanceOf(AssertionError.class);

        recarga.responde(ReservarViagemRoute.ID, 504, "{\"status\":\"erro\",\"codigo\":\"TEMPO_ESGOTADO\"}")
                .responde(ReservarViagemRoute.ID, 200, """
                        {"viagem_id":"v-1","situacao":"confirmada","codigo_reserva":"seg","paradas":[{"server_id":"server1","posto_id":5,
                         "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T14:30:00-03:00","situacao":"CONFIRMADA"}]}""");
        conversar(
                "Minhas reservas",
                "Sem resposta: viagem Feira de Santana/BA",
                "Repetir",
                "Minhas reservas",
                "Sem resposta",
                "Repetir",
                "Sair");

        List<Chamada> asked = recarga.chamadas(ReservarViagemRoute.ID);
        assertThat(asked).hasSize(3).allMatch(asked.get(0)::equals);
        assertThat(recarga.respostas()).contains("mostra a mesma viagem", "Viagem v-1: confirmada");
        assertThat(recarga.ambiente().memoria().tudo().pendentes()).isEmpty();
        assertThat(recarga.ambiente().memoria().viagem("v-1")).isPresent();
    }

    @Test
    void aRequestForATripThatWasRefusedIsNotOfferedAgain() throws IOException {
        recarga.ambiente()
                .memoria()
                .lembrar(new ViagemPedida(
                        "k-1", new ViagemBody(new Carro("ABC1D23", "Ora", 48.0, 40.0, 0.15), List.of()), null, null));
        recarga.responde(
                ReservarViagemRoute.ID,
                422,
                "{\"status\":\"erro\",\"codigo\":\"DADOS_INVALIDOS\",\"mensagem\":\"Já passou\"}");

        conversar("Minhas reservas", "Sem resposta", "Repetir", "Minhas reservas", "Voltar", "Sair");

        assertThat(recarga.avisos()).contains("Já passou");
        assertThat(recarga.ambiente().memoria().tudo().pendentes()).isEmpty();
    }

    @Test
    void whatGoesWrongInsideIsOneLineAndTheMenuComesBack() {
        recarga.responde(PedirPostosRoute.ID, 200, "{\"postos\":[{\"cidade\":1}]}");
        Path arquivo = recarga.ambiente().memoria().arquivo();

        assertThat(arquivo.getParent().toFile().mkdirs()).isTrue();
        assertThat(arquivo.toFile().mkdir()).isTrue();

        assertThat(conversar("Minhas reservas", "Sair")).isZero();

        assertThat(recarga.avisos()).contains("✘ Erro interno").doesNotContain("\tat ");
    }

    private int conversar(String... respostas) {
        return new Menu(recarga.ambiente(), new PerguntasEnsaiadas(respostas)).call();
    }
}
