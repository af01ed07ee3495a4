package br.com.recarga.terminal.comandos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.client.postos.PedirPostosRoute;
import br.com.recarga.client.reservas.ConsultarPlacaRoute;
import br.com.recarga.client.reservas.ConsultarReservaRoute;
import br.com.recarga.client.reservas.PedirAlteracaoRoute;
import br.com.recarga.client.reservas.PedirCancelamentoRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.client.servidores.ServidoresRoute;
import br.com.recarga.client.viagens.CancelarViagemRoute;
import br.com.recarga.client.viagens.ConsultarViagemRoute;
import br.com.recarga.client.viagens.PlanejarViagemRoute;
import br.com.recarga.client.viagens.ReservarViagemRoute;
import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.Conector;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.contract.carros.CarroDoCatalogo;
import br.com.recarga.contract.carros.Catalogo;
import br.com.recarga.terminal.RecargaFalsa;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComandosTest {

    private static final String ID = "server1-01a20121-6074-7f6c-b1fd-547073455cea";
    private static final String CODIGO = "a00ae2762a9bfb52dbd1";
    private static final String[] CARRO = {
        "--placa", "ABC1D23", "--modelo", "BYD Dolphin", "--capacidade", "44,9", "--nivel", "12.5", "--consumo", "0,15"
    };

    private static final String PLANO = """
            {"viavel":true,"criterio":"MENOR_TEMPO","chegada":"2026-12-24T15:00:00-03:00","duracao_min":125,"distancia_km":120.5,
             "custo":19.1,"paradas":[{"server_id":"server1","posto_id":5,"nome":"Tomba","inicio":"2026-12-24T14:00:00-03:00",
             "fim":"2026-12-24T14:30:00-03:00","nivel_chegada":8.1,"nivel_saida":30.2,"distancia_km":80.1,"custo":19.1}],
             "alternativas":[{"viavel":true,"criterio":"MENOR_CUSTO","chegada":"2026-12-24T16:00:00-03:00","duracao_min":185,
             "distancia_km":121,"custo":9.1,"paradas":[{"server_id":"server2","posto_id":7,"nome":"Farol",
             "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T15:30:00-03:00","nivel_chegada":8.1,"nivel_saida":30.2,
             "distancia_km":80.1,"custo":9.1}]}]}""";

    private static final String EM_NORONHA = """
            {"server_id":"server1","status":"sucesso","codigo":"OK","postos":[
             {"id":9,"nome":"Vila","cidade":"Fernando de Noronha","uf":"PE","disponivel":true,"fuso":"America/Noronha"}]}""";

    private RecargaFalsa recarga;
    private Path pasta;

    @BeforeEach
    void novo(@TempDir Path temp) {
        pasta = temp.resolve("recarga");
        recarga = new RecargaFalsa(pasta);
    }

    @Test
    void jsonIsAllThatIsPrintedAndIsWhatTheRouteAnswered() throws IOException {
        recarga.responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS);

        assertThat(executar("postos", "--servidor", "server1", "--json")).isZero();

        assertThat(json()).isEqualTo(ContractJson.mapper().readTree(RecargaFalsa.POSTOS));
        assertThat(recarga.avisos()).isEmpty();
        assertThat(recarga.chamadas(PedirPostosRoute.ID).get(0).headers()).containsEntry("server_id", "server1");
    }

    @ParameterizedTest
    @CsvSource({
        "--livres,5",
        "--cidade=sao cristovao,6",
        "--cidade=feira,5",
        "--cidade=se,6",
        "--cidade=Salvador/BA,7",
        "--conector=tipo 2,5",
        "--conector=Mennekes,5",
        "'--potencia-minima=60,5',7",
        "'--preco-maximo=1,1',5"
    })
    void filtersLeaveTheShapeAsItIs(String filtro, int unico) throws IOException {
        recarga.responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS);

        assertThat(executar("postos", filtro, "--json")).isZero();

        assertThat(json().path("server_id").asText()).isEqualTo("server1");
        assertThat(json().path("postos")).hasSize(1);
        assertThat(json().at("/postos/0/id").asInt()).isEqualTo(unico);
    }

    @Test
    void aConnectorThatNobodyKnowsIsRefusedWithTheList() {
        assertThat(executar("postos", "--conector=NACS")).isEqualTo(CodigoDeSaida.USO);

        assertThat(recarga.avisos()).contains("espera-se um de " + Conector.lista());
    }

    @ParameterizedTest
    @CsvSource({
        "--ajuda,Uso: recarga",
        "postos -h,Uso: recarga postos",
        "viagem reservar --help,Uso: recarga viagem reservar"
    })
    void helpThatWasAskedForIsTheAnswer(String linha, String ajuda) {
        assertThat(executar(linha.split(" "))).isZero();

        assertThat(recarga.respostas()).startsWith(ajuda);
        assertThat(recarga.avisos()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--versao", "-V", "--version"})
    void theVersionIsThatOfTheBuild(String opcao) {
        assertThat(executar(opcao)).isZero();

        assertThat(recarga.respostas()).matches("recarga \\d+\\.\\S+ \\(Java \\d\\S+\\)\\R");
        assertThat(recarga.avisos()).isEmpty();
    }

    @Test
    void pointsAreATable() {
        recarga.responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS);

        assertThat(executar("postos", "--servidor", "server1")).isZero();

        assertThat(recarga.respostas().lines())
                .containsExactly(
                        "ID  NOME   CIDADE                kW  CONECTOR  R$/kWh  AGORA",
                        " 5  Tomba  Feira de Santana/BA   11  Tipo 2      1,10  livre",
                        " 6  Sé     São Cristóvão/SE      60  CCS2        2,00  ocupado",
                        " 7  Farol  Salvador/BA          150  CCS2        3,10  manutenção");
    }

    @Test
    void untilWhenToArriveWhatWasAgreedAndWhatHasChangedSinceIsSaid() {
        recarga.responde(ConsultarReservaRoute.ID, 200, """
                {"status":"sucesso","codigo":"OK","reserva":{"server_id":"server1","posto_id":5,"posto":"Tomba","situacao":"CONFIRMADA",
                 "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:57:00-03:00","chegar_ate":"2026-12-24T14:15:00-03:00",
                 "termos":{"preco_kwh":1.1,"potencia_maxima":11.0,"tipo_conector":"Tipo 2"},"aviso":"O posto foi desligado pelo operador"}}""");

        assertThat(executar("reservas", "--id", ID, "--codigo", CODIGO)).isZero();

        assertThat(recarga.respostas()).contains("até 24/12 14:15", "1,10/kWh, 11 kW, Tipo 2");
        assertThat(recarga.avisos()).contains("O posto foi desligado pelo operador");
    }

    @Test
    void aReservationIsRememberedWithItsCodeAndItsCar() throws IOException {
        recarga.responde(PedirPostosRoute.ID, 200, RecargaFalsa.POSTOS)
                .responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA)
                .responde(PedirCancelamentoRoute.ID, 200, RecargaFalsa.RESERVADA);

        assertThat(executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5", "--inicio", "amanhã 14h")))
                .isZero();
        assertThat(executar("cancelar", ID, "--motivo", "Mudei de planos")).isZero();
        assertThat(executar(
                        "reservar", "--servidor", "server1", "--posto", "6", "--placa", "abc-1d23", "--nivel", "20"))
                .isZero();

        assertThat(recarga.respostas()).contains("✔ Reservado", ID, CODIGO, "24/12 14:00 – 16:57", "confirmada");
        assertThat(pedido(0).inicio()).isEqualTo(OffsetDateTime.parse("2026-12-24T14:00-03:00"));
        assertThat(pedido(0).capacidadeBateria()).isEqualTo(44.9);
        assertThat(recarga.chamadas(PedirCancelamentoRoute.ID).get(0).headers())
                .containsEntry("id", ID)
                .containsEntry(CodigoReserva.CABECALHO, CODIGO)
                .containsEntry("motivo", "Mudei de planos");
        assertThat(pedido(1).modelo()).isEqualTo("BYD Dolphin");
        assertThat(pedido(1).nivelBateriaAtual()).isEqualTo(20);
    }

    @Test
    void ofAModelThatIsKnownTheRestNeedNotBeSaid() throws IOException {
        recarga.responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA);
        CarroDoCatalogo dolphin = Catalogo.carros().stream()
                .filter(carro -> carro.modelo().equals("Dolphin"))
                .findFirst()
                .orElseThrow();
        String[] reservar = {"reservar", "--servidor", "server1", "--posto", "5", "--placa", "ABC1D23"};

        assertThat(executar(com(new String[] {"--modelo", "byd dolphin", "--nivel", "30%"}, reservar)))
                .isZero();
        assertThat(executar(com(new String[] {"--nivel", "20 kWh", "--consumo", "16,1kWh/100km"}, reservar)))
                .isZero();
        assertThat(executar(com(new String[] {"--modelo", "Dolphin Mini", "--nivel", "50%"}, reservar)))
                .isZero();

        assertThat(pedido(0).capacidadeBateria()).isEqualTo(dolphin.capacidadeBateria());
        assertThat(pedido(0).nivelBateriaAtual()).isCloseTo(dolphin.capacidadeBateria() * 0.3, within(0.001));
        assertThat(pedido(0).taxaDescarga()).isEqualTo(dolphin.taxaDescarga());
        assertThat(pedido(0).potenciaMaximaCc()).isEqualTo(dolphin.potenciaMaximaCc());
        assertThat(pedido(0).conectores()).isEqualTo(dolphin.conectores());
        assertThat(pedido(1).modelo()).isEqualTo("byd dolphin");
        assertThat(pedido(1).nivelBateriaAtual()).isEqualTo(20);
        assertThat(pedido(1).taxaDescarga()).isEqualTo(0.161);
        assertThat(pedido(2).capacidadeBateria()).isLessThan(dolphin.capacidadeBateria());
    }

    @Test
    void helpSaysWhatHasToBeSaidInPortuguese() {
        executar("reservar", "--ajuda");

        assertThat(recarga.respostas())
                .contains("--placa PLACA", "--posto ID", "--servidor ID", "[OPÇÕES]", "Da primeira vez é preciso")
                .doesNotContain("[OPTIONS]");
    }

    @Test
    void whatIsRememberedIsThePointThatItBecame() throws IOException {
        recarga.responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA.replace("\"posto_id\":5", "\"posto_id\":8"));

        assertThat(executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5", "--aceita-equivalente")))
                .isZero();

        assertThat(pedido(0).aceitaEquivalente()).isTrue();
        assertThat(recarga.ambiente().memoria().tudo().reservas())
                .singleElement()
                .satisfies(reserva -> assertThat(reserva.postoId()).isEqualTo(8));
    }

    @Test
    void aRefusalSaysWhyAndWhatElseIsFree() {
        recarga.responde(PedirReservaRoute.ID, 409, RecargaFalsa.OCUPADO);

        assertThat(executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5")))
                .isEqualTo(1);

        assertThat(recarga.respostas()).isEmpty();
        assertThat(recarga.avisos()).contains("✘ O posto Tomba está ocupado nesse horário", "Sé", "3,5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|{'status':'erro','codigo':'RESERVA_INEXISTENTE','mensagem':'@','erros':[{'campo':'@','mensagem':'@'}],'sem_resposta':['@']}",
                "200|{'status':'sucesso','codigo':'OK','desfecho':{'mensagem':'@'}}",
                "200|{'status':'sucesso','codigo':'OK','reserva':{'posto':'@','placa':'@','situacao':'@','historico':[{'motivo':'@'}]}}"
            })
    void whatAServerWroteCanOnlyBeRead(int status, String json) throws IOException {
        // a sequence of each of the two sets, a bell, a change of direction, a mark that is not seen, and ends of lines
        String alheio = "a\\u001b[2J\\u009b2J\\u0007\\u202e\\u200b\\u2028\\u2029\\r\\nz";
        recarga.responde(
                ConsultarReservaRoute.ID, status, json.replace('\'', '"').replace("@", alheio));

        executar("reservas", "--id", ID);
        String mostrado = recarga.respostas() + recarga.avisos();
        executar("reservas", "--id", ID, "--json");

        assertThat(mostrado.lines()).allMatch(linha -> linha.matches("[\\P{C}&&[^\u2028\u2029]]*"));
        assertThat(mostrado).contains("a [2J 2J", "z").doesNotContain("\r");
        assertThat(recarga.respostas()).contains("\\u001B[2J");
    }

    @Test
    void anAnswerThatDidNotComeInTimeLeavesAKeyToAskWith() {
        recarga.responde(PedirReservaRoute.ID, 504, """
                {"status":"erro","codigo":"TEMPO_ESGOTADO","mensagem":"O servidor não respondeu a tempo"}""");

        assertThat(executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5", "--chave", "k-1")))
                .isEqualTo(3);

        assertThat(recarga.avisos()).contains("Não se sabe", "reservas --id k-1", "--chave k-1", "sem --chave");
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "',\"tente_apos\":\"2026-12-24T14:00:00-03:00\"', 1"})
    void aQuotaThatIsUsedUpIsARuleAndTooMuchAtTheMomentIsNot(String tenteApos, int codigo) {
        recarga.responde(
                PedirReservaRoute.ID,
                429,
                "{\"status\":\"erro\",\"codigo\":\"LIMITE_EXCEDIDO\",\"mensagem\":\"Não cabe mais\"%s}"
                        .formatted(tenteApos));

        assertThat(executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5")))
                .isEqualTo(codigo);

        assertThat(recarga.avisos()).contains("Não cabe mais");
    }

    @Test
    void fieldsThatAreWrongAreNamedLikeTheirOptions() {
        recarga.responde(PedirReservaRoute.ID, 422, """
                {"status":"erro","codigo":"DADOS_INVALIDOS","mensagem":"Há campos inválidos no pedido",
                 "erros":[{"campo":"capacidade_bateria","mensagem":"é obrigatório"}]}""");

        assertThat(executar("reservar", "--servidor", "server1", "--posto", "5", "--placa", "ABC1D23"))
                .isEqualTo(2);

        assertThat(recarga.avisos()).contains("--capacidade: é obrigatório");
    }

    @Test
    void withoutABrokerEverybodyIsToldAndScriptsInTheShapeOfTheContract() throws IOException {
        recarga.perderBroker();

        assertThat(executar("servidores")).isEqualTo(3);
        assertThat(recarga.avisos()).contains("Sem conexão com o broker em localhost:1883");
        assertThat(executar("postos", "--json")).isEqualTo(3);
        assertThat(json().path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
    }

    @Test
    void serversAreShown() {
        recarga.responde(ServidoresRoute.ID, 200, RecargaFalsa.SERVIDORES);

        assertThat(executar("servidores")).isZero();

        assertThat(recarga.respostas().lines())
                .containsExactly(
                        "SERVIDOR  ESTADO      ÚLTIMO SINAL",
                        "server1   no ar       23/12 09:00",
                        "server2   fora do ar  23/12 08:00");
    }

    @Test
    void whoOperatesAServerIsShownWhereOneSaysSo() {
        recarga.responde(ServidoresRoute.ID, 200, """
                {"servidores":[{"server_id":"server1","status":"online","nome":"Eletroposto Bahia","contato":"(71) 3333-0000"},
                               {"server_id":"server2","status":"online"}]}""");

        assertThat(executar("servidores")).isZero();

        assertThat(recarga.respostas().lines())
                .containsExactly(
                        "SERVIDOR  ESTADO  ÚLTIMO SINAL  OPERADOR           CONTATO",
                        "server1   no ar                 Eletroposto Bahia  (71) 3333-0000",
                        "server2   no ar");
    }

    @ParameterizedTest
    @CsvSource({
        "'postos --livre',Não se entende --livre; seria --livres?",
        "'posto',Não se entende posto; seria postos",
        "'reservar --servidor server1',Falta --posto",
        "'reservar --posto x',--posto: não se entende 'x'",
        "'postos --potencia-minima muita',espera-se um número",
        "'alterar " + ID + " --inicio logo',espera-se 14:00",
        "'viagem',Falta dizer o que fazer",
        "'viagem reservar --placa ABC1D23 --criterio barato','MENOR_CUSTO'",
        "'esquecer',Falta",
        "'reservas --placa ABC1D23 --id x',não podem vir juntas",
        "'postos --servidor',--servidor precisa de um valor",
        "'reservar --consumo 15.4','kWh por km, até 10; 15,4 kWh/100 km são 0,154'",
        "'reservar --nivel 130%','kWh ou %, como 12,5 ou 30%'",
        "'reservar --servidor s --posto 5 --placa ABC1D23 --modelo Tal --nivel 30%',--nivel em % precisa de --capacidade"
    })
    void aLineThatIsNotUnderstoodIsExplainedInPortuguese(String linha, String explicacao) {
        assertThat(executar(linha.split(" "))).isEqualTo(2);

        assertThat(recarga.respostas()).isEmpty();
        assertThat(recarga.avisos()).contains(explicacao).contains("--ajuda").doesNotContain("Exception");
    }

    @Test
    void whatWasReservedHereIsAskedForWithItsCode() throws IOException {
        recarga.responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA)
                .responde(ConsultarReservaRoute.ID, 200, """
                {"status":"sucesso","codigo":"OK","reserva":{"reserva_id":"%s","server_id":"server1","posto_id":5,"posto":"Tomba",
                 "placa":"ABC1D23","inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:30:00-03:00","situacao":"CANCELADA",
                 "historico":[{"em":"2026-12-23T09:15:00-03:00","para":"CANCELADA","por":"operador","motivo":"Conserto"}]}}""".formatted(ID));
        executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5"));

        assertThat(executar("reservas")).isZero();
        assertThat(executar("reservas", "--id", ID)).isZero();

        assertThat(recarga.respostas()).contains("5 Tomba", "cancelada, pelo operador: Conserto");
        assertThat(recarga.chamadas(ConsultarReservaRoute.ID))
                .hasSize(2)
                .allMatch(chamada ->
                        chamada.headers().get(CodigoReserva.CABECALHO).equals(CODIGO));
    }

    @Test
    void whoeverHasArrivedAndWaitsIsToldThatItIsNoted() throws IOException {
        recarga.responde(ConsultarReservaRoute.ID, 200, """
                {"status":"sucesso","codigo":"OK","reserva":{"reserva_id":"%s","server_id":"server1","posto_id":5,"posto":"Tomba",
                 "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:30:00-03:00","situacao":"CONFIRMADA",
                 "chegou_em":"2026-12-24T14:02:00-03:00"}}""".formatted(ID));

        assertThat(executar("reservas", "--id", ID, "--codigo", CODIGO)).isZero();

        assertThat(recarga.respostas()).contains("outro carro ainda carrega no posto");
    }

    @Test
    void aPlateAndACodeShowItsReservations() throws IOException {
        recarga.responde(ConsultarPlacaRoute.ID, 200, """
                {"status":"sucesso","codigo":"OK","servidores":["server1"],"sem_resposta":["server2"],"reservas":[]}""");

        assertThat(executar("reservas", "--placa", "ABC1D23", "--codigo", CODIGO))
                .isZero();

        assertThat(recarga.respostas()).contains("Nenhuma reserva.");
        assertThat(recarga.avisos()).contains("Sem resposta de: server2");
    }

    @Test
    void aTimeThatIsTypedIsThePointsAndItsZoneIsNamedWhereItIsNotTheReaders() {
        recarga.responde(PedirPostosRoute.ID, 200, EM_NORONHA)
                .responde(PedirReservaRoute.ID, 200, """
                        {"status":"sucesso","codigo":"OK","mensagem":"Reservado","server_id":"server1","posto_id":9,
                         "reserva_id":"%s","codigo_reserva":"%s","inicio":"2026-12-24T14:00:00-02:00",
                         "fim":"2026-12-24T15:00:00-02:00","fuso":"America/Noronha"}""".formatted(ID, CODIGO));

        String[] janela = {"--inicio", "24/12 14:00", "--fim", "2026-12-24T17:00:00Z"};
        assertThat(executar(com(CARRO, com(janela, "reservar", "--servidor", "server1", "--posto", "9"))))
                .isZero();

        assertThat(pedido(0).inicio()).isEqualTo(OffsetDateTime.parse("2026-12-24T14:00-02:00"));
        assertThat(pedido(0).fim()).isEqualTo(OffsetDateTime.parse("2026-12-24T17:00Z"));
        assertThat(recarga.respostas()).contains("24/12 14:00 – 15:00 (horário de Fernando de Noronha)");
    }

    @Test
    void whoCannotBeToldWhereAPointIsReservesNothingByTheHourOfAnotherPlace() {
        recarga.responde(PedirPostosRoute.ID, 504, """
                {"status":"erro","codigo":"TEMPO_ESGOTADO","mensagem":"O servidor não respondeu a tempo"}""");

        assertThat(executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "9", "--inicio", "24/12 14:00")))
                .isNotZero();

        assertThat(recarga.chamadas(PedirReservaRoute.ID)).isEmpty();
        assertThat(recarga.avisos()).contains("não respondeu a tempo");
    }

    @Test
    void aReservationIsShownAndMovedByTheClocksOfItsPoint() {
        recarga.responde(ConsultarReservaRoute.ID, 200, """
                        {"status":"sucesso","codigo":"OK","reserva":{"reserva_id":"%s","server_id":"server1","posto_id":9,
                         "posto":"Vila","inicio":"2026-12-24T14:00:00-02:00","fim":"2026-12-24T15:00:00-02:00",
                         "fuso":"America/Noronha","situacao":"CONFIRMADA",
                         "historico":[{"em":"2026-12-23T09:15:00-02:00","para":"CONFIRMADA","por":"motorista"}]}}""".formatted(ID))
                .responde(PedirAlteracaoRoute.ID, 200, RecargaFalsa.RESERVADA);

        assertThat(executar("reservas", "--id", ID, "--codigo", CODIGO)).isZero();
        assertThat(executar("alterar", ID, "--codigo", CODIGO, "--inicio", "24/12 18:00"))
                .isZero();

        assertThat(recarga.respostas())
                .contains(
                        "24/12 14:00 – 15:00 (horário de Fernando de Noronha)",
                        "23/12 09:15 (horário de Fernando de Noronha)");
        assertThat(((AlterarBody)
                                recarga.chamadas(PedirAlteracaoRoute.ID).get(0).corpo())
                        .inicio())
                .isEqualTo(OffsetDateTime.parse("2026-12-24T18:00-02:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "24/12 8h, , 2026-12-24T08:00",
        "amanhã 8h, , 2026-12-24T08:00",
        "2026-12-24T08:00-02:00, 2026-12-24T08:00-02:00, "
    })
    void aDepartureIsByTheClocksOfItsOriginWhichThePlannerKnows(
            String dita, OffsetDateTime partida, LocalDateTime partidaLocal) {
        recarga.responde(
                PlanejarViagemRoute.ID,
                200,
                PLANO.replace(
                        "\"chegada\":\"2026-12-24T15:00:00-03:00\"",
                        "\"chegada\":\"2026-12-24T13:00:00-05:00\",\"fuso_chegada\":\"America/Rio_Branco\""));

        assertThat(executar(com(
                        CARRO, "viagem", "planejar", "--de", "Fernando de Noronha", "--para", "b", "--partida", dita)))
                .isZero();

        PlanejarBody pedido =
                (PlanejarBody) recarga.chamadas(PlanejarViagemRoute.ID).get(0).corpo();
        assertThat(pedido.partida()).isEqualTo(partida);
        assertThat(pedido.partidaLocal()).isEqualTo(partidaLocal);
        assertThat(recarga.respostas()).contains("chega 24/12 13:00 (horário do Acre)");
    }

    @Test
    void aWindowIsMoved() {
        recarga.responde(PedirAlteracaoRoute.ID, 200, RecargaFalsa.RESERVADA)
                .responde(ConsultarReservaRoute.ID, 200, """
                {"status":"sucesso","codigo":"OK","reserva":{"inicio":"2026-12-24T14:00:00-03:00"}}""");

        assertThat(executar("alterar", ID, "--codigo", CODIGO, "--inicio", "24/12 18:00"))
                .isZero();

        assertThat(((AlterarBody)
                                recarga.chamadas(PedirAlteracaoRoute.ID).get(0).corpo())
                        .inicio())
                .isEqualTo(OffsetDateTime.parse("2026-12-24T18:00-03:00"));
    }

    @Test
    void forgettingCancelsNothing() throws IOException {
        recarga.responde(PedirReservaRoute.ID, 200, RecargaFalsa.RESERVADA);
        executar(com(CARRO, "reservar", "--servidor", "server1", "--posto", "5"));

        assertThat(executar("esquecer", ID)).isZero();
        assertThat(executar("esquecer", ID)).isEqualTo(1);
        assertThat(executar("esquecer", "--tudo")).isZero();

        assertThat(recarga.ambiente().memoria().tudo().carros()).isEmpty();
        assertThat(recarga.chamadas(PedirCancelamentoRoute.ID)).isEmpty();
    }

    @Test
    void aTripIsPlannedReservedFollowedToItsEndAndCancelled() throws IOException {
        recarga.responde(PlanejarViagemRoute.ID, 200, PLANO)
                .responde(ReservarViagemRoute.ID, 202, viagem("em_andamento", ",\"codigo_reserva\":\"seg\""))
                .responde(ConsultarViagemRoute.ID, 200, viagem("em_andamento", ""))
                .responde(ConsultarViagemRoute.ID, 200, viagem("confirmada", ""))
                .responde(CancelarViagemRoute.ID, 200, viagem("cancelada", ""));

        assertThat(executar(com(CARRO, "viagem", "planejar", "--de", "João Pessoa", "--para", "Salvador")))
                .isZero();
        assertThat(executar(com(
                        CARRO,
                        "viagem",
                        "reservar",
                        "--de",
                        "João Pessoa",
                        "--para",
                        "Salvador",
                        "--criterio",
                        "menor_custo")))
                .isZero();
        assertThat(executar("viagem", "cancelar", "v-1")).isZero();

        assertThat(recarga.respostas())
                .contains(
                        "o mais rápido: 2 h 05 min, 1 parada, 120,5 km",
                        "o mais barato",
                        "Viagem v-1: confirmada",
                        "seg");
        assertThat(recarga.avisos()).contains("Ainda incerta");
        assertThat(((PlanejarBody)
                                recarga.chamadas(PlanejarViagemRoute.ID).get(0).corpo())
                        .origem())
                .isEqualTo("João Pessoa");
        assertThat(((ViagemBody) recarga.chamadas(ReservarViagemRoute.ID).get(0).corpo()).paradas())
                .singleElement()
                .satisfies(parada -> assertThat(parada.serverId()).isEqualTo("server2"));
        assertThat(recarga.chamadas(CancelarViagemRoute.ID).get(0).headers())
                .containsEntry(CodigoReserva.CABECALHO, "seg");
    }

    @Test
    void aTripThatIsStillUncertainIsWaitedForWhileThisProcessCarriesItOn() {
        recarga.responde(ConsultarViagemRoute.ID, 200, viagem("em_andamento", ""))
                .responde(ConsultarViagemRoute.ID, 200, viagem("em_andamento", ""))
                .responde(ConsultarViagemRoute.ID, 200, viagem("recusada", ""));

        assertThat(executar("viagem", "ver", "v-1", "--codigo", "seg")).isZero();

        assertThat(recarga.chamadas(ConsultarViagemRoute.ID))
                .hasSize(3)
                .allSatisfy(chamada -> assertThat(chamada.headers()).containsEntry(CodigoReserva.CABECALHO, "seg"));
        assertThat(recarga.respostas()).contains("Viagem v-1: recusada").doesNotContain("em andamento");
        assertThat(recarga.avisos()).contains("Ainda incerta");
    }

    @Test
    void aStopThatWasLostAfterTheDecisionIsSaidWithWhatToDo() {
        recarga.responde(ConsultarViagemRoute.ID, 200, """
                {"viagem_id":"v-1","situacao":"confirmada","mensagem":"A parada 2 foi cancelada. Planeje de novo.","paradas":[
                 {"server_id":"server1","posto_id":5,"situacao":"CONFIRMADA","reserva_id":"server1-1"},
                 {"server_id":"server2","posto_id":7,"situacao":"CANCELADA","reserva_id":"server2-1"}]}""")
                .responde(ConsultarViagemRoute.ID, 200, """
                {"viagem_id":"v-2","situacao":"confirmada","mensagem":"Tudo reservado","paradas":[
                 {"server_id":"server1","posto_id":5,"situacao":"CONFIRMADA","reserva_id":"server1-1"}]}""")
                .responde(ConsultarViagemRoute.ID, 200, """
                {"viagem_id":"v-3","situacao":"confirmada","mensagem":"Sem resposta de server1","sem_resposta":["server1"],"paradas":[
                 {"server_id":"server1","posto_id":5,"situacao":"CONFIRMADA","reserva_id":"server1-1"}]}""");

        for (String id : List.of("v-1", "v-2", "v-3")) {
            assertThat(executar("viagem", "ver", id, "--codigo", "seg")).isZero();
        }

        assertThat(recarga.respostas())
                .contains("cancelada", "A parada 2 foi cancelada. Planeje de novo.", "Sem resposta de server1")
                .doesNotContain("Tudo reservado");
    }

    @Test
    void aPlanThatWasKeptIsReservedAsItIs(@TempDir Path temp) throws IOException {
        Path arquivo = Files.writeString(temp.resolve("plano.json"), PLANO);
        recarga.responde(
                ReservarViagemRoute.ID,
                409,
                viagem("recusada", ",\"codigo\":\"VIAGEM_RECUSADA\",\"mensagem\":\"Não deu\""));

        assertThat(executar(com(CARRO, "viagem", "reservar", "--plano", arquivo.toString())))
                .isEqualTo(1);
        assertThat(executar(com(
                        CARRO,
                        "viagem",
                        "reservar",
                        "--plano",
                        temp.resolve("nenhum").toString())))
                .isEqualTo(2);

        assertThat(recarga.avisos()).contains("✘ Não deu", "Não se pode ler o plano");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"posto_id\":5','\"posto_id\":\"x\"','paradas[0].posto_id'",
        "'14:00:00-03:00','14:00:00','paradas[0].inicio'",
        "'[{\"server_id\":\"server1\"','[7,{\"server_id\":\"server1\"','paradas[0]'",
    })
    void aPlanWithStopsThatAreNoneIsNotUnderstood(String certo, String errado, String onde, @TempDir Path temp)
            throws IOException {
        Path arquivo = Files.writeString(temp.resolve("plano.json"), PLANO.replace(certo, errado));

        assertThat(executar(com(CARRO, "viagem", "reservar", "--plano", arquivo.toString())))
                .isEqualTo(2);

        assertThat(recarga.respostas()).isEmpty();
        assertThat(recarga.avisos())
                .contains("Não se entende o plano", onde, "--ajuda")
                .doesNotContain("Erro interno");
        assertThat(recarga.ambiente().memoria().tudo().pendentes()).isEmpty();
    }

    @Test
    void aPlaceOutOfReachIsARefusal() {
        recarga.responde(PlanejarViagemRoute.ID, 200, """
                {"viavel":false,"paradas":[],"motivo":"FORA_DE_ALCANCE","mensagem":"Faltam 12 km"}""");

        assertThat(executar(com(CARRO, "viagem", "planejar", "--de", "A", "--para", "B")))
                .isEqualTo(1);

        assertThat(recarga.avisos()).contains("✘ Faltam 12 km");
    }

    @Test
    void withoutACommandAndWithoutATerminalTheUsageIsExplained() {
        assertThat(executar()).isEqualTo(2);
        assertThat(recarga.avisos()).contains("Falta o comando");
        assertThat(RecargaCommand.de(recarga.ambiente(), true, () -> 130).execute())
                .isEqualTo(130);
    }

    private int executar(String... argumentos) {
        return RecargaCommand.de(recarga.ambiente(), false, () -> 0).execute(argumentos);
    }

    private static String[] com(String[] carro, String... argumentos) {
        String[] todos = new String[argumentos.length + carro.length];
        System.arraycopy(argumentos, 0, todos, 0, argumentos.length);
        System.arraycopy(carro, 0, todos, argumentos.length, carro.length);
        return todos;
    }

    private ReservarBody pedido(int n) {
        return (ReservarBody) recarga.chamadas(PedirReservaRoute.ID).get(n).corpo();
    }

    private JsonNode json() throws IOException {
        return ContractJson.mapper().readTree(recarga.respostas());
    }

    private static String viagem(String situacao, String mais) {
        return """
                {"viagem_id":"v-1","situacao":"%s","paradas":[{"server_id":"server2","posto_id":7,
                 "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T15:30:00-03:00"}]%s}""".formatted(situacao, mais);
    }
}
