package br.com.recarga.platform.perfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.LoggedWarnings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class PerfilTest {

    private static final String[] FECHADO = {
        "recarga.perfil=fechado",
        "recarga.mqtt.usuario=s.server1",
        "recarga.mqtt.senha=segredo",
        "recarga.mqtt.tls=true"
    };
    private static final String[] CERTIFICADOS = {
        "recarga.perfil=certificados",
        "recarga.mqtt.certificado=parte.pem",
        "recarga.mqtt.chave=parte.key",
        "recarga.mqtt.broker-url=mqtts://broker:8883"
    };

    @Test
    void whoIsToldNothingIsOpenAndHeardOnThisMachineOnly() {
        try (ConfigurableApplicationContext application = start()) {
            Environment settings = application.getEnvironment();
            assertThat(Perfil.de(settings)).isEqualTo(Perfil.ABERTO);
            assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
            assertThat(settings.getProperty("management.server.address")).isEqualTo("127.0.0.1");
            assertThat(settings.getProperty("recarga.topicos")).isNull();
        }
    }

    @Test
    void whoIsOpenIsWarned() {
        assertThat(warnings("aberto")).singleElement().asString().contains("127.0.0.1", "RECARGA_PERFIL=fechado");
        assertThat(warnings("")).hasSize(1);
        assertThat(warnings("fechado")).isEmpty();
        assertThat(warnings("certificados")).isEmpty();
    }

    private static List<String> warnings(String perfil) {
        try (LoggedWarnings warnings = new LoggedWarnings(PerfilWarning.class)) {
            PerfilWarning.of(new MockEnvironment().withProperty("recarga.perfil", perfil));
            return warnings.lines();
        }
    }

    @Test
    void whoShowsACertificateSendsNoPassword() {
        try (ConfigurableApplicationContext application =
                start(with(CERTIFICADOS, "recarga.mqtt.usuario=s.server1", "recarga.mqtt.senha=segredo"))) {
            assertThat(application.getEnvironment().getProperty("recarga.mqtt.usuario"))
                    .isEmpty();
            assertThat(application.getEnvironment().getProperty("recarga.mqtt.senha"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost", ""})
    void anAddressOfThisMachineIsOpenEnough(String address) {
        try (ConfigurableApplicationContext application =
                start("server.address=" + address, "management.server.address=" + address)) {
            assertThat(application.isActive()).isTrue();
        }
    }

    @Test
    void whoIsClosedIsHeardEverywhere() {
        for (String[] closed : new String[][] {FECHADO, CERTIFICADOS}) {
            try (ConfigurableApplicationContext application = start(closed)) {
                Environment settings = application.getEnvironment();
                assertThat(settings.getProperty("server.address")).isNull();
                assertThat(settings.getProperty("recarga.topicos")).isEqualTo("proprios");
                assertThat(settings.getProperty("recarga.cotas.por-placa")).isEqualTo("3");
            }
        }
    }

    @Test
    void whatIsSaidCountsMoreThanTheProfile() {
        try (ConfigurableApplicationContext application = start("recarga.topicos=proprios")) {
            assertThat(application.getEnvironment().getProperty("recarga.topicos"))
                    .isEqualTo("proprios");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    server.address=0.0.0.0                             | SERVER_ADDRESS
                    server.address=no.such.host.invalid                | SERVER_ADDRESS
                    management.server.address=::                       | MANAGEMENT_SERVER_ADDRESS
                    recarga.perfil=secreto                             | RECARGA_PERFIL""")
    void whatContradictsAnOpenProfileStopsTheStartInOneLine(String setting, String named, CapturedOutput output) {
        assertRefused(output, named, setting);
    }

    @ParameterizedTest
    @CsvSource({
        "recarga.mqtt.usuario=, RECARGA_MQTT_USUARIO",
        "recarga.mqtt.senha=, RECARGA_MQTT_SENHA",
        "recarga.mqtt.tls=false, RECARGA_MQTT_TLS",
        "recarga.database-url=postgresql://ana:segredo@db/server1, sslmode=verify-full",
        "recarga.database-url=postgresql://db:5432/server1?sslmode=require, sslmode=verify-full",
        "recarga.database-url=jdbc:postgresql://localhost.example:5432/server1, sslmode=verify-full",
        // of several hosts, each; and in the parameter, not anywhere
        "'recarga.database-url=postgresql://localhost:5432,db:5432/server1', sslmode=verify-full",
        "recarga.database-url=postgresql://sslmode=verify-full@db/server1, sslmode=verify-full"
    })
    void whatAClosedProfileLacksStopsTheStartInOneLine(String setting, String named, CapturedOutput output) {
        assertRefused(output, named, with(FECHADO, setting));
        assertThat(output.getAll()).doesNotContain("segredo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite:///./server1.db",
                "postgresql://ana:segredo@localhost/server1",
                "postgresql://127.0.0.1:5432/server1",
                "postgresql://localhost:5432,[::1]:5433/server1",
                "jdbc:postgresql:server1",
                "postgresql://ana:segredo@db/server1?sslmode=verify-full&sslrootcert=/ca.pem"
            })
    void aDatabaseOnThisMachineOrThatShowsWhoItIsIsClosedEnough(String url) {
        try (ConfigurableApplicationContext application = start(with(FECHADO, "recarga.database-url=" + url))) {
            assertThat(application.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "recarga.mqtt.certificado=, RECARGA_MQTT_CERTIFICADO",
        "recarga.mqtt.chave=, RECARGA_MQTT_CHAVE",
        "recarga.mqtt.broker-url=tcp://broker:1883, RECARGA_MQTT_TLS"
    })
    void whatAProfileOfCertificatesLacksStopsTheStartInOneLine(String setting, String named, CapturedOutput output) {
        assertRefused(output, named, with(CERTIFICADOS, setting));
    }

    private static void assertRefused(CapturedOutput output, String named, String... settings) {
        assertThatThrownBy(() -> start(settings)).isInstanceOf(PartidaRecusada.class);
        assertThat(output.getErr().lines()).singleElement().asString().contains(named);
        assertThat(output.getOut()).isEmpty();
    }

    private static String[] with(String[] settings, String... others) {
        return Stream.concat(Stream.of(settings), Stream.of(others)).toArray(String[]::new);
    }

    /** The later of two settings of one name counts. */
    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=nothing", "spring.main.banner-mode=off")
                .properties(settings)
                .run();
    }

    @Configuration
    static class Nothing {}
}
