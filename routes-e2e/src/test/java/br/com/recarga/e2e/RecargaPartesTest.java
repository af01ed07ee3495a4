package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.broker.Partes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bin/recarga-partes} writes; it needs Mosquitto's own tool for passwords. */
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class RecargaPartesTest {

    @TempDir
    private Path folder;

    private Path segredos;
    private RecargaPartes partes;

    @BeforeEach
    void nothingIsThere() {
        segredos = folder.resolve("segredos");
        partes = new RecargaPartes(segredos);
    }

    @Test
    void onceMoreItChangesNothing() throws Exception {
        String[] add = {"add", "--certificado", "s.server1", "c.eu", "k.ABC1D23", "o.painel"};
        assertThat(partes.faz(add)).contains("s.server1: nova", "o.painel: nova");
        partes.faz("add", "--postgresql", "s.server1", "c.eu");
        Map<Path, String> before = contents();

        assertThat(partes.faz(add)).contains("s.server1: já havia", "o.painel: já havia");
        partes.faz("add", "--postgresql", "s.server1", "c.eu");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anotherPartyChangesNoSecretOfTheOthers() throws Exception {
        partes.faz("add", "s.server1");
        Map<Path, String> before = contents();

        partes.faz("add", "s.server2");

        assertThat(contents()).containsAllEntriesOf(without(before, "acl", "senhas"));
        assertThat(Files.readAllLines(segredos.resolve("broker/senhas")))
                .containsAll(
                        before.get(segredos.resolve("broker/senhas")).lines().toList());
    }

    @Test
    void nobodyElseCanReadThem() throws Exception {
        partes.faz("add", "--certificado", "--postgresql", "c.eu");

        // a container is in the group, and is given the file alone; whoever is on the machine does not get as far as
        // the file
        Set<String> ofAParty = Set.of("c.eu.key", "c.eu.pem");
        try (Stream<Path> files = Files.walk(segredos)) {
            assertThat(files.filter(file -> !file.endsWith("ca.pem")))
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .doesNotContain(PosixFilePermission.OTHERS_READ)
                            .matches(permissions ->
                                    ofAParty.contains(file.getFileName().toString())
                                            == permissions.contains(PosixFilePermission.GROUP_READ)));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(segredos)))
                .isEqualTo("rwx------");
    }

    @Test
    void theEmbeddedBrokerReadsTheSameFiles() throws Exception {
        partes.faz("add", "s.server1", "c.eu");
        BrokerEmbutidoFechado broker = new BrokerEmbutidoFechado(Partes.em(segredos.resolve("broker")));
        broker.start();

        try (broker;
                Participante party = Participante.entra(broker, "s.server1", partes.senha("s.server1"))) {
            assertThat(party.publica("servers/server1/status", "{}", false)).isTrue();
            assertThat(party.publica("servers/server2/status", "{}", false)).isFalse();
        }
    }

    @Test
    void aDatabaseHasTheNameThePasswordAndTheKeyOfItsPartyAlone() throws Exception {
        partes.faz("add", "--postgresql", "s.server1", "c.eu");
        partes.faz("add", "s.server2");

        List<String> passwords = Files.readAllLines(segredos.resolve("postgresql/senhas"));
        assertThat(passwords).extracting(line -> line.split(":")[0]).containsExactlyInAnyOrder("s.server1", "c.eu");
        assertThat(passwords).allSatisfy(line -> {
            String user = line.split(":")[0];
            List<String> told = Files.readAllLines(segredos.resolve("bancos/" + user + ".env"));
            assertThat(told.get(0))
                    .startsWith("DATABASE_URL=postgresql://%s@banco:5432/%s?sslmode=verify-full".formatted(line, user));
            assertThat(Base64.getDecoder().decode(told.get(1).replace("RECARGA_BANCO_CHAVE=", "")))
                    .hasSize(32);
        });
        certificate("postgresql/banco.pem").verify(certificate("ca.pem").getPublicKey());
        assertThat(certificate("postgresql/banco.pem").getSubjectAlternativeNames())
                .anySatisfy(name -> assertThat(name.get(1)).isEqualTo("banco"));
    }

    /** Another password at the broker is no other database. */
    @Test
    void whoIsRemovedAndComesBackFindsItsDatabase() throws Exception {
        partes.faz("add", "--postgresql", "s.server1");
        String before = Files.readString(segredos.resolve("bancos/s.server1.env"));

        partes.faz("remove", "s.server1");
        partes.faz("add", "--postgresql", "s.server1");

        assertThat(segredos.resolve("bancos/s.server1.env")).hasContent(before);
        assertThat(segredos.resolve("postgresql/senhas")).content().startsWith("s.server1:");
    }

    @Test
    void whoIsRemovedHasNeitherPasswordNorRightsNorCertificateAnyMore() throws Exception {
        partes.faz("add", "--certificado", "c.eu", "c.ela");
        X509Certificate certificate = certificate("partes/c.eu.pem");
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=c.eu");
        certificate.verify(certificate("ca.pem").getPublicKey());

        partes.faz("remove", "c.eu");

        assertThat(partes.faz("list")).contains("c.ela").doesNotContain("c.eu");
        assertThat(contents()).noneSatisfy((file, text) -> assertThat(text).contains("c.eu:"));
        assertThat(Files.readString(segredos.resolve("broker/acl")))
                .contains("clients/ela/")
                .doesNotContain("clients/eu/");
        try (var crl = Files.newInputStream(segredos.resolve("broker/revogados.pem"))) {
            X509CRL revoked = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(crl);
            assertThat(revoked.isRevoked(certificate)).isTrue();
            assertThat(revoked.isRevoked(certificate("partes/c.ela.pem"))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add x.eu",
                "add s.",
                "add s.a/b",
                "add s.+",
                "add c.a#",
                "add k.abc1d23",
                "add k.ABC1D234",
                "add s.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "add --original k.ABC1D23",
                "add --postgresql o.painel",
                "add --postgresql s.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "add --broker",
                "add --outra",
                "remove",
                "remove c.ninguem",
                "list"
            })
    void aFaultIsOneLineAndNothingIsWritten(String arguments) throws Exception {
        RecargaPartes.Resultado resultado = partes.tenta(arguments.split(" "));

        assertThat(resultado.codigo()).isNotZero();
        assertThat(resultado.disse()).startsWith("recarga-partes: ").hasLineCount(1);
        assertThat(segredos).doesNotExist();
    }

    private X509Certificate certificate(String file) throws Exception {
        try (var pem = Files.newInputStream(segredos.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(segredos).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    private static Map<Path, String> without(Map<Path, String> contents, String... names) {
        Map<Path, String> others = new TreeMap<>(contents);
        others.keySet().removeIf(file -> Stream.of(names).anyMatch(file::endsWith));
        return others;
    }
}
