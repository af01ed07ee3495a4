package br.com.recarga.server.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilaJustaTest {

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
        assertThat(IntStream.range(0, 101).mapToObj(i -> fila.entrar("a", 1, "a" + i)))
                .containsOnly(true, false)
                .filteredOn(entrou -> !entrou)
                .hasSize(1);
        fila.proxima();

        assertThat(fila.entrar("a", 1, "a-again")).isTrue();
    }

    @Test
    void othersAreLetInBesideAFullOneAndHaveTheSameShareOfTheRoom() {
        IntStream.range(0, 100).forEach(i -> fila.entrar("a", 1, "a"));

        assertThat(IntStream.range(0, 51).filter(i -> fila.entrar("b", 1, "b"))).hasSize(50);
        assertThat(fila.entrar("a", 1, "a")).isFalse();
    }

    @Test
    void whatIsLargeTakesMoreRoom() {
        assertThat(fila.entrar("a", 60, "large")).isTrue();
        assertThat(fila.entrar("a", 60, "large")).isFalse();
        assertThat(fila.entrar("a", 40, "smaller")).isTrue();
        todas();

        assertThat(fila.entrar("a", 60, "large")).isTrue();
    }

    @Test
    void whoHasNothingWaitingIsLetInHoweverManyWaitAndHoweverMuchItIs() {
        IntStream.range(0, 50).forEach(i -> fila.entrar("name " + i, 1, "other"));

        assertThat(fila.entrar("a", 64, "large")).isTrue();
    }

    @Test
    void namesThatAreMadeUpGrowNeitherTheLinesNorTheRoom() {
        FilaJusta<String> grande = new FilaJusta<>(2_048);

        long entraram = IntStream.range(0, 100_000)
                .filter(i -> grande.entrar("name " + i, 1, "x"))
                .count();

        // the room, and its shares of what was there already: of a half, of a third, …
        assertThat(entraram).isLessThan(2_048 * 8);
        assertThat(Stream.generate(grande::proxima).takeWhile(Objects::nonNull).count())
                .isEqualTo(entraram);
    }

    private void entra(String dono, String... esperas) {
        List.of(esperas)
                .forEach(espera -> assertThat(fila.entrar(dono, 1, espera)).isTrue());
    }

    private List<String> todas() {
        return Stream.generate(fila::proxima).takeWhile(Objects::nonNull).toList();
    }
}
