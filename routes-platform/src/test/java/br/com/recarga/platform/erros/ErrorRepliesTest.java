package br.com.recarga.platform.erros;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Status;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.component.bean.validator.BeanValidationException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorRepliesTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final Exchange EXCHANGE = new DefaultExchange(new DefaultCamelContext());

    private final ErrorReplies errors = new ErrorReplies(FileNotFoundException.class::isInstance);

    @ParameterizedTest
    @MethodSource
    void everyKindOfFailureHasItsCode(Throwable failure, Codigo codigo, String mensagem) {
        assertThat(errors.replyTo(failure, "r1", "s1")).isEqualTo(Resposta.erro("r1", "s1", codigo, mensagem));
    }

    static Stream<Arguments> everyKindOfFailureHasItsCode() {
        String indisponivel = "O servidor está indisponível no momento";
        String demais = "Há pedidos demais em andamento; tente de novo";
        String interno = "Erro interno";
        return Stream.of(
                Arguments.of(
                        new PedidoRecusado(Codigo.POSTO_INEXISTENTE, "não há"), Codigo.POSTO_INEXISTENTE, "não há"),
                Arguments.of(
                        new ExchangeTimedOutException(EXCHANGE, 5000),
                        Codigo.TEMPO_ESGOTADO,
                        "O servidor não respondeu a tempo; o resultado é incerto"),
                Arguments.of(new RejectedExecutionException("cheio"), Codigo.LIMITE_EXCEDIDO, demais),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT),
                        Codigo.LIMITE_EXCEDIDO,
                        demais),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE),
                        Codigo.LIMITE_EXCEDIDO,
                        "O pedido, ou a sua resposta, não cabe numa mensagem deste broker; peça menos de uma vez, e uma lista em partes"),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED),
                        Codigo.SERVIDOR_INDISPONIVEL,
                        indisponivel),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_CLIENT_CLOSED),
                        Codigo.SERVIDOR_INDISPONIVEL,
                        indisponivel),
                Arguments.of(
                        new FileNotFoundException("/dados/server1.db"), Codigo.SERVIDOR_INDISPONIVEL, indisponivel),
                Arguments.of(new IOException("/dados/server1.db"), Codigo.ERRO_INTERNO, interno),
                Arguments.of(new IllegalStateException("senha=123"), Codigo.ERRO_INTERNO, interno),
                Arguments.of(new NullPointerException(), Codigo.ERRO_INTERNO, interno),
                Arguments.of(new StackOverflowError(), Codigo.ERRO_INTERNO, interno));
    }

    @Test
    void aReplyToWhatCouldNotBeReadNamesNobody() {
        Resposta reply = errors.replyTo(new IllegalStateException(), null, null);

        assertThat(reply.requestId()).isNull();
        assertThat(reply.serverId()).isNull();
        assertThat(reply.status()).isEqualTo(Status.ERRO);
    }

    @Test
    void theFieldsOfARefusalAreToldAsTheyAre() {
        assertThat(errors.replyTo(PedidoRecusado.campo("inicio", "já passou"), "r1", "s1"))
                .isEqualTo(Resposta.erro(
                        "r1",
                        "s1",
                        Codigo.DADOS_INVALIDOS,
                        "Há campos inválidos no pedido",
                        List.of(new ErroCampo("inicio", "já passou"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"posto_id\":}",
                "{\"posto_id\":5",
                "nada",
                "[]",
                "7",
                "\"texto\"",
                "{} {}",
                "{}x",
                "{\"posto_id\":5,\"posto_id\":6}",
                "{\"carro\":{\"placa\":\"ABC1234\",\"placa\":\"ABC1234\"}}",
                "{\"carro\":{\"placa\":\"ABC",
                "{\"carro\":{\"capacidade_bateria\":NaN}}",
                "{\"x\":[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]}",
                "{\"posto_id\":1111111111111111111111111111111111111111111111111111111111111111111111}",
                "{\"carro\":{\"taxa_descarga\":1111111111111111111111111111111111111111111111111111111111111111111111}}"
            })
    void aBodyThatIsNoJsonObjectIsSaidToBeNone(String json) {
        assertThat(replyToReading(json.getBytes(UTF_8)))
                .isEqualTo(Resposta.erro("r1", "s1", Codigo.JSON_INVALIDO, "O corpo não é um objeto JSON válido"));
    }

    @Test
    void badUtf8IsNoJson() {
        byte[] json = "{\"carro\":{\"modelo\":\"x\"}}".getBytes(UTF_8);
        json[json.length - 4] = (byte) 0xC3;

        assertThat(replyToReading(json).codigo()).isEqualTo(Codigo.JSON_INVALIDO);
    }

    @Test
    void badUtf32IsNoJson() {
        byte[] json = {0, 0, 0, '{', 0x7F, 0x7F, 0x7F, 0x7F};

        assertThat(replyToReading(json).codigo()).isEqualTo(Codigo.JSON_INVALIDO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"posto_id\":\"5\"} | posto_id | deve ser um número inteiro",
                "{\"posto_id\":5.5} | posto_id | deve ser um número inteiro",
                "{\"posto_id\":[5]} | posto_id | deve ser um número inteiro",
                "{\"carro\":{\"capacidade_bateria\":\"44.5\"}} | carro.capacidade_bateria | deve ser um número",
                "{\"carro\":{\"placa\":1234567}} | carro.placa | deve ser um texto",
                "{\"server_id\":{}} | server_id | deve ser um texto",
                "{\"inicio\":\"24/12/2026 14:00\"} | inicio | "
                        + "deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00",
                "{\"fim\":1798131600} | fim | "
                        + "deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00",
                "{\"carro\":[]} | carro | tem formato inválido",
                "{\"carro\":\"ABC1234\"} | carro | tem formato inválido",
            })
    void aFieldOfTheWrongTypeIsNamedByItsPathWithWhatItShouldBe(String json, String campo, String mensagem) {
        assertThat(replyToReading(json.getBytes(UTF_8)))
                .isEqualTo(Resposta.erro(
                        "r1",
                        "s1",
                        Codigo.DADOS_INVALIDOS,
                        "Há campos inválidos no pedido",
                        List.of(new ErroCampo(campo, mensagem))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-99999999999", "99999999999999999999999"})
    void aWholeNumberThatIsTooLargeIsNamedByItsPath(String number) {
        Resposta reply = replyToReading(("{\"posto_id\":" + number + "}").getBytes(UTF_8));

        assertThat(reply.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
        assertThat(reply.erros()).extracting(ErroCampo::campo).containsExactly("posto_id");
    }

    @Test
    void aTruthOfTheWrongTypeIsNamedToo() {
        Throwable failure =
                catchThrowable(() -> ContractJson.mapper().readValue("{\"disponivel\":\"sim\"}", PostosRequest.class));

        assertThat(errors.replyTo(failure, "r1", "s1").erros())
                .containsExactly(new ErroCampo("disponivel", "deve ser true ou false"));
    }

    @Test
    void whatTheParserSaysIsNotTold() {
        Resposta reply = replyToReading("{\"carro\":{\"placa\":{\"segredo\":1}}}".getBytes(UTF_8));

        assertThat(reply.toString()).doesNotContain("segredo", "java.lang", "Cannot", "line");
    }

    @Test
    void everyBrokenRuleIsToldInOrderByTheNamesOnTheWire() {
        ReservaRequest request = new ReservaRequest(
                null, "c1", "s1", new Carro("?", "BYD Dolphin", 44.5, 50.0, null), 5, null, null, null, null, null);

        assertThat(errors.replyTo(broken(request), "r1", "s1"))
                .isEqualTo(Resposta.erro(
                        "r1",
                        "s1",
                        Codigo.DADOS_INVALIDOS,
                        "Há campos inválidos no pedido",
                        List.of(
                                new ErroCampo("carro.nivel_bateria_atual", "não pode passar da capacidade da bateria"),
                                new ErroCampo("carro.placa", "deve ser uma placa como ABC1234 ou ABC1D23"),
                                new ErroCampo("carro.taxa_descarga", "é obrigatório"),
                                new ErroCampo("request_id", "é obrigatório"))));
    }

    @Test
    void twoBrokenRulesOfOneFieldAreBothTold() {
        ReservaRequest request = new ReservaRequest(
                "r1",
                "c1",
                "s1",
                new Carro("ABC1234", "\n".repeat(81), 44.5, 22.3, 0.19),
                5,
                null,
                null,
                null,
                null,
                null);

        assertThat(errors.replyTo(broken(request), "r1", "s1").erros())
                .containsExactly(
                        new ErroCampo("carro.modelo", "deve ter de 0 a 80 caracteres"),
                        new ErroCampo("carro.modelo", "não pode ficar em branco"),
                        new ErroCampo("carro.modelo", "não pode ter caracteres de controle"));
    }

    @Test
    void whoWroteAFlatBodyIsToldTheFlatNames() {
        ReservaRequest request = new ReservaRequest(
                "r1",
                "c1",
                "a/b",
                new Carro("ABC1234", "BYD Dolphin", 44.5, -1.0, 0.19),
                0,
                null,
                null,
                null,
                null,
                null);

        assertThat(errors.replyTo(broken(request), "r1", "s1", "carro.").erros())
                .extracting(ErroCampo::campo)
                .containsExactly("nivel_bateria_atual", "posto_id", "server_id");
    }

    @Test
    void anElementOfAListIsNamedAlikeWhetherItsTypeIsWrongOrItsValue() throws Exception {
        String json = "{\"carros\":[{\"placa\":\"ABC1234\"},{\"placa\":\"?\",\"taxa_descarga\":\"x\"}]}";
        Throwable mistyped = catchThrowable(() -> ContractJson.mapper().readValue(json, Frota.class));
        Frota invalid = ContractJson.mapper().readValue(json.replace("\"x\"", "-1"), Frota.class);

        assertThat(errors.replyTo(mistyped, "r1", "s1").erros())
                .containsExactly(new ErroCampo("carros[1].taxa_descarga", "deve ser um número"));
        assertThat(errors.replyTo(broken(invalid), "r1", "s1").erros())
                .contains(new ErroCampo("carros[1].taxa_descarga", "deve ser no mínimo 0.01"));
    }

    private Resposta replyToReading(byte[] json) {
        Throwable failure = catchThrowable(() -> ContractJson.mapper().readValue(json, ReservaRequest.class));
        assertThat(failure).isNotNull();
        return errors.replyTo(failure, "r1", "s1");
    }

    private static BeanValidationException broken(Object request) {
        return new BeanValidationException(EXCHANGE, VALIDATOR.validate(request), request);
    }

    record Frota(List<@Valid Carro> carros) {}
}
