package br.com.recarga.faltas;

import br.com.recarga.faltas.Chamador.Resultado;
import br.com.recarga.faltas.historia.Acao;
import br.com.recarga.faltas.historia.Pedida;
import br.com.recarga.faltas.historia.Vaga;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Somebody who reserves, changes and cancels, one thing after the other, and asks again with the same key until there is an answer.
 * What is wanted of each step is drawn from the seed and the number of the step alone, so that it does not depend on what happened
 * before.
 */
final class Motorista implements Runnable {

    private static final List<String> OPERATORS = List.of("server1", "server2", "server3");

    /** So few that drivers meet. */
    private static final int POINTS = 4;

    private static final int CARS = 4;
    private static final Duration SLOT = Duration.ofMinutes(30);

    /** Between two stops of a trip: long enough for the road. */
    private static final Duration LEG = Duration.ofHours(10);

    /** In percent: how often a request is sent many times at once, and how often who has no answer asks what became of it. */
    private static final int MANY_AT_ONCE = 8;

    private static final int ASKS = 25;

    private final int number;
    private final long seed;
    private final Palco palco;
    private final AtomicLong copies;
    private final List<Minha> reservas = new ArrayList<>();
    private final List<Minha> viagens = new ArrayList<>();

    /**
     * What all drivers have in common.
     *
     * @param clients that they call
     * @param oneClient whether what one of them is asked the others know
     * @param first when the first window begins
     * @param slots how many windows there are to choose from
     * @param stop when nobody begins anything more, in ms since the campaign began
     * @param giveUp the same for who has no answer yet
     */
    record Palco(
            Chamador chamador,
            Relogio relogio,
            List<Participante> clients,
            boolean oneClient,
            Instant first,
            int slots,
            long stop,
            AtomicLong giveUp) {}

    /** What is reserved, and where it was, or for a trip must be, asked for. */
    private record Minha(String id, String codigo, Vaga vaga, Participante client) {}

    Motorista(int number, long seed, Palco palco, AtomicLong copies) {
        this.number = number;
        this.seed = seed;
        this.palco = palco;
        this.copies = copies;
    }

    @Override
    public void run() {
        try {
            for (int step = 0; palco.relogio().now() < palco.stop(); step++) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number * 100_000_007L + step);
                step(random, "m%d-%d".formatted(number, step));
                Thread.sleep(random.nextInt(20, 150));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(SplittableRandom random, String key) throws InterruptedException {
        int dice = random.nextInt(100);
        String placa = "FLT%dA%02d".formatted(random.nextInt(CARS), number);
        Participante client = palco.clients().get(random.nextInt(palco.clients().size()));
        Vaga vaga = vaga(random, OPERATORS.get(random.nextInt(OPERATORS.size())));
        int which = random.nextInt(Integer.MAX_VALUE);
        if (dice >= 45 && dice < 60 && !reservas.isEmpty()) {
            alter(random, key, which % reservas.size(), vaga, client);
        } else if (dice >= 60 && dice < 78 && !reservas.isEmpty()) {
            Minha minha = reservas.remove(which % reservas.size());
            ask(
                    random,
                    new Pedida(Acao.CANCELAR, key, minha.id(), null, null),
                    minha.codigo(),
                    palco.clients(),
                    client);
        } else if (dice >= 78 && dice < 92) {
            travel(random, key, placa, client);
        } else if (dice >= 92 && !viagens.isEmpty()) {
            Minha minha = viagens.remove(which % viagens.size());
            ask(
                    random,
                    new Pedida(Acao.CANCELAR_VIAGEM, null, minha.id(), null, null),
                    minha.codigo(),
                    whoKnows(minha.client()),
                    minha.client());
        } else {
            reserve(random, key, placa, vaga, client);
        }
    }

    private void reserve(SplittableRandom random, String key, String placa, Vaga vaga, Participante client)
            throws InterruptedException {
        Resultado told =
                ask(random, new Pedida(Acao.RESERVAR, key, null, placa, List.of(vaga)), null, palco.clients(), client);
        if (told != null && told.feito()) {
            reservas.add(new Minha(told.tentativa().dita().referencia(), told.codigo(), vaga, client));
        }
    }

    private void alter(SplittableRandom random, String key, int which, Vaga wanted, Participante client)
            throws InterruptedException {
        Minha minha = reservas.get(which);
        Vaga vaga = new Vaga(minha.vaga().servidor(), minha.vaga().posto(), wanted.inicio(), wanted.fim());
        ask(
                random,
                new Pedida(Acao.ALTERAR, key, minha.id(), null, List.of(vaga)),
                minha.codigo(),
                palco.clients(),
                client);
    }

    private void travel(SplittableRandom random, String key, String placa, Participante client)
            throws InterruptedException {
        int left = random.nextInt(OPERATORS.size() + 1);
        List<Vaga> stops = new ArrayList<>();
        Vaga first = vaga(random, OPERATORS.get(0));
        for (int i = 0; i < OPERATORS.size(); i++) {
            if (i != left) {
                Duration later = LEG.multipliedBy(i);
                stops.add(new Vaga(
                        OPERATORS.get(i),
                        1 + random.nextInt(POINTS),
                        first.inicio().plus(later),
                        first.fim().plus(later)));
            }
        }
        Resultado told = ask(random, new Pedida(Acao.VIAJAR, key, null, placa, stops), null, whoKnows(client), client);
        if (told != null && told.feito()) {
            viagens.add(new Minha(told.tentativa().dita().referencia(), told.codigo(), null, client));
        }
    }

    /** Which of the clients know a trip that was asked of this one. */
    private List<Participante> whoKnows(Participante client) {
        return palco.oneClient() ? palco.clients() : List.of(client);
    }

    private Vaga vaga(SplittableRandom random, String operator) {
        Instant inicio = palco.first().plus(SLOT.multipliedBy(random.nextInt(palco.slots())));
        return new Vaga(
                operator, 1 + random.nextInt(POINTS), inicio, inicio.plus(SLOT.multipliedBy(random.nextInt(1, 3))));
    }

    /**
     * Asks until there is an answer.
     *
     * @param who may be asked, one after the other, beginning with the first
     * @return null if there was none, or it was denied and will not be done
     */
    private Resultado ask(
            SplittableRandom random, Pedida pedida, String codigo, List<Participante> who, Participante first)
            throws InterruptedException {
        int next = who.indexOf(first);
        int times = random.nextInt(100) < MANY_AT_ONCE ? random.nextInt(2, 10) : 1;
        boolean asks = pedida.acao() == Acao.RESERVAR && random.nextInt(100) < ASKS;
        copies.addAndGet(times - 1L);
        while (true) {
            List<Resultado> told = call(who, next, pedida, codigo, times);
            for (Resultado one : told) {
                if (one.definitivo()) {
                    return one;
                }
            }
            if (palco.relogio().now() > palco.giveUp().get()) {
                return null;
            }
            next++;
            if (asks && denied(who.get(next % who.size()), pedida)) {
                return null;
            }
            times = 1;
            Thread.sleep(random.nextInt(150, 500));
        }
    }

    /** So many copies at once, to one after the other of those who may be asked. */
    private List<Resultado> call(List<Participante> who, int next, Pedida pedida, String codigo, int times) {
        List<CompletableFuture<Resultado>> calls = Stream.iterate(next, i -> i + 1)
                .limit(times)
                .map(i -> palco.chamador().call(who.get(i % who.size()), pedida, codigo))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private boolean denied(Participante client, Pedida pedida) {
        Pedida question = new Pedida(Acao.CONSULTAR, null, pedida.chave(), null, pedida.vagas());
        Resultado told = palco.chamador().call(client, question, null).join();
        return told.definitivo() && !told.feito();
    }
}
