package br.com.recarga.server.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.mqtt.FilaJusta.Dono;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilaJustaTest {

    private static final Dono A = provado("a");
    private static final Dono B = provado("b");

    private final FilaJusta<String> fila = new FilaJusta<>(100);

    @Test
    void turnsGoRoundAndEachClientKeepsItsOrder() {
        entra("a", "a1", "a2", "a3", "a4");
        entra("b", "b1", "b2");
        entra("c", "c1");

        assertThat(todas()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
    }

    @Test
    void whoComesAgainStandsBehindThoseWhoHaveWaited() {
        entra("a", "a1");
        entra("b", "b1");
        assertThat(fila.proxima()).isEqualTo("a1");

        entra("a", "a2");

        assertThat(todas()).containsExactly("b1", "a2");
    }

    @Test
    void nothingWaitsInAnEmptyOne() {
        assertThat(fila.proxima()).isNull();
    }

    @Test
    void oneAloneMayTakeAllTheRoomAndNoMore() {
        assertThat(IntStream.range(0, 101).mapToObj(i -> fila.entrar(A, 1, "a" + i)))
                .containsOnly(true, false)
                .filteredOn(entrou -> !entrou)
                .hasSize(1);
        fila.proxima();

        assertThat(fila.entrar(A, 1, "a-again")).isTrue();
    }

    @Test
    void othersAreLetInBesideAFullOneAndHaveTheSameShareOfTheRoom() {
        IntStream.range(0, 100).forEach(i -> fila.entrar(A, 1, "a"));

        assertThat(IntStream.range(0, 51).filter(i -> fila.entrar(B, 1, "b"))).hasSize(50);
        assertThat(fila.entrar(A, 1, "a")).isFalse();
    }

    @Test
    void whatIsLargeTakesMoreRoom() {
        assertThat(fila.entrar(A, 60, "large")).isTrue();
        assertThat(fila.entrar(A, 60, "large")).isFalse();
        assertThat(fila.entrar(A, 40, "smaller")).isTrue();
        todas();

        assertThat(fila.entrar(A, 60, "large")).isTrue();
    }

    @Test
    void whoHasNothingWaitingIsLetInHoweverManyWaitAndHoweverMuchItIs() {
        IntStream.range(0, 50).forEach(i -> fila.entrar(provado("name " + i), 1, "other"));

        assertThat(fila.entrar(A, 64, "large")).isTrue();
    }

    @Test
    void namesThatAreMadeUpTakeTwiceTheRoomAtMost() {
        FilaJusta<String> grande = new FilaJusta<>(2_048);

        int entraram = 64
                * (int) IntStream.range(0, 100_000)
                        .filter(i -> grande.entrar(dito("name " + i), 64, "x"))
                        .count();

        assertThat(entraram).isLessThanOrEqualTo(2 * 2_048);
        assertThat(Stream.generate(grande::proxima).takeWhile(Objects::nonNull).count())
                .isEqualTo(entraram / 64);
    }

    @Test
    void namesThatAreMadeUpTakeNeitherAProvenOnesPlaceNorItsTurn() {
        IntStream.range(0, 100_000).forEach(i -> fila.entrar(dito("name " + i), 1, "other"));
        fila.entrar(dito("a"), 1, "another's");

        assertThat(fila.entrar(A, 64, "a1")).isTrue();

        assertThat(todas().indexOf("a1")).isLessThanOrEqualTo(200);
    }

    @Test
    void ofMoreProvenOnesThanLinesSomeShareOne() {
        IntStream.range(0, 5_000).forEach(i -> fila.entrar(provado("name " + i), 1, "other"));

        assertThat(todas()).hasSizeBetween(2_048, 2_049);
    }

    private void entra(String dono, String... esperas) {
        List.of(esperas)
                .forEach(espera ->
                        assertThat(fila.entrar(provado(dono), 1, espera)).isTrue());
    }

    private static Dono provado(String nome) {
        return new Dono(nome, true);
    }

    private static Dono dito(String nome) {
        return new Dono(nome, false);
    }

    private List<String> todas() {
        return Stream.generate(fila::proxima).takeWhile(Objects::nonNull).toList();
    }
}
