package br.com.recarga.faltas;

import static java.util.stream.Collectors.groupingBy;

import br.com.recarga.faltas.Roteiro.Passo;
import br.com.recarga.faltas.historia.Acao;
import br.com.recarga.faltas.historia.Especie;
import br.com.recarga.faltas.historia.EstadoFinal;
import br.com.recarga.faltas.historia.EstadoFinal.ReservaGravada;
import br.com.recarga.faltas.historia.EstadoFinal.ViagemGravada;
import br.com.recarga.faltas.historia.Historia;
import br.com.recarga.faltas.historia.Pedida;
import br.com.recarga.faltas.historia.Tentativa;
import br.com.recarga.faltas.historia.Verificador;
import br.com.recarga.faltas.historia.Violacao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** One part: starts a system, lets drivers ask and faults happen, waits until all has come to rest, and judges. */
final class Campanha implements AutoCloseable {

    /** For what promises an answer within a time, on a machine that does other things too. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** For who has no answer yet when the last fault is over, and for trips to come to their end. */
    private static final long REST_MS = 120_000;

    private static final long WATCH_MS = 500;
    private static final int AT_ONCE = 8;

    private final Parte parte;
    private final PlanoDeFaltas plano;
    private final Path folder;
    private final Elenco elenco;
    private final Relogio relogio = new Relogio();
    private final Registro registro;
    private final Chamador chamador;
    private final Thread onInterrupt;
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    /**
     * Starts nothing yet.
     *
     * @param folder for this part, below it, what was there of an earlier campaign is deleted
     */
    Campanha(Parte parte, PlanoDeFaltas plano, Path folder) throws IOException, InterruptedException {
        this.parte = parte;
        this.plano = plano;
        this.folder = empty(folder.resolve(parte.toString()));
        this.elenco = new Elenco(parte, this.folder, folder.resolve("programas"));
        this.registro = new Registro(this.folder.resolve("historia.jsonl"));
        this.chamador = new Chamador(relogio, registro);
        this.onInterrupt = new Thread(elenco::abandon);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    private static Path empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    Relato run() throws IOException, InterruptedException, SQLException {
        Map<Especie, List<String>> alvos = plano.escolhidos(elenco.alvos(parte));
        if (alvos.values().stream().allMatch(List::isEmpty)) {
            throw new CampanhaImpossivel(
                    "%s: nada do que se escolheu pode ser feito aqui; há %s".formatted(parte, elenco.alvos(parte)));
        }
        Duration duration = plano.duracao();
        System.out.printf("%s: começando o sistema…%n", parte);
        elenco.start(chamador.http());
        System.out.printf("%s: no ar em %d s; %d s de faltas…%n", parte, relogio.now() / 1000, duration.toSeconds());

        AtomicLong copies = new AtomicLong();
        AtomicLong giveUp = new AtomicLong(Long.MAX_VALUE);
        AtomicBoolean watching = new AtomicBoolean(true);
        Motorista.Palco palco = new Motorista.Palco(
                chamador,
                relogio,
                elenco.clients(),
                parte.umSoCliente(),
                Instant.now().truncatedTo(ChronoUnit.HOURS).plus(10, ChronoUnit.DAYS),
                (int) Math.max(48, duration.toSeconds()),
                relogio.now() + duration.toMillis(),
                giveUp);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < plano.motoristas(); number++) {
            threads.add(start(new Motorista(number, plano.semente(), palco, copies)));
        }
        Thread watch = start(() -> watch(watching));

        Injetor injetor = new Injetor(elenco, relogio, registro, chamador.http());
        List<Passo> passos = Roteiro.of(plano.semente(), duration, plano.cada(), alvos);
        injetor.run(passos, duration);
        System.out.printf("%s: as faltas acabaram; esperando que tudo chegue ao fim…%n", parte);
        giveUp.set(relogio.now() + REST_MS);
        for (Thread thread : threads) {
            thread.join();
        }
        awaitRest();
        askAgain();
        watching.set(false);
        watch.join();
        requireWhole();

        EstadoFinal end = state();
        Historia historia = registro.historia();
        Verificador verificador = new Verificador(limits(), replicas());
        List<Violacao> violacoes = verificador.verificar(historia, end);
        violacoes.forEach(registro::add);
        return new Relato(
                parte,
                plano,
                historia,
                end,
                violacoes,
                verificador.observacoesJulgadas(historia),
                copies.get(),
                injetor.skipped(),
                injetor.startedAgain(),
                alvos,
                folder.resolve("historia.jsonl"));
    }

    private Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, why) -> broken.compareAndSet(null, why));
        thread.start();
        return thread;
    }

    /** Whoever is not there any more asks nothing, and sees nothing. */
    private void requireWhole() {
        if (broken.get() != null) {
            throw new IllegalStateException("Um motorista ou quem observa acabou antes do fim", broken.get());
        }
    }

    /** Asks each client, again and again, who is there. */
    private void watch(AtomicBoolean watching) {
        Pedida question = new Pedida(Acao.VER_SERVIDORES, null, null, null, null);
        List<Thread> all = elenco.clients().stream()
                .map(client -> start(() -> {
                    try {
                        while (watching.get()) {
                            chamador.call(client, question, null).join();
                            Thread.sleep(WATCH_MS);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        try {
            for (Thread one : all) {
                one.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until nothing is only held, and no trip is undecided; what is not so in the end is judged. */
    private void awaitRest() throws SQLException, InterruptedException {
        long until = relogio.now() + REST_MS;
        while (relogio.now() < until && open() > 0) {
            Thread.sleep(WATCH_MS);
        }
    }

    private int open() throws SQLException {
        int open = 0;
        for (Banco banco : elenco.bancosDosServidores()) {
            open += banco.reservasEmAberto();
        }
        for (Banco banco : elenco.bancosDosClientes()) {
            open += banco.viagensEmAberto();
        }
        return open;
    }

    /** Each key that was answered, once more: the answer is to be the same. */
    private void askAgain() {
        Historia historia = registro.historia();
        Set<String> cancelled = historia.tentativas().stream()
                .filter(t -> t.pedida().acao() == Acao.CANCELAR_VIAGEM)
                .map(t -> t.pedida().sobre())
                .collect(Collectors.toSet());
        // who has the code of a reservation is not in the history: only what needs none is asked again
        List<Tentativa> answered = historia.tentativas().stream()
                .filter(t ->
                        Set.of(Acao.RESERVAR, Acao.VIAJAR).contains(t.pedida().acao())
                                && t.dita() != null
                                && t.dita().definitiva()
                                && !cancelled.contains(String.valueOf(t.dita().referencia())))
                .collect(groupingBy(t -> t.pedida().chave(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(mesmas -> mesmas.get(0))
                .toList();
        for (int i = 0; i < answered.size(); i += AT_ONCE) {
            List<CompletableFuture<Chamador.Resultado>> calls =
                    answered.subList(i, Math.min(i + AT_ONCE, answered.size())).stream()
                            .map(t -> chamador.call(elenco.participante(t.processo()), t.pedida(), null))
                            .toList();
            calls.forEach(CompletableFuture::join);
        }
    }

    private EstadoFinal state() throws SQLException {
        List<ReservaGravada> reservas = new ArrayList<>();
        for (Banco banco : elenco.bancosDosServidores()) {
            reservas.addAll(banco.reservas());
        }
        List<ViagemGravada> viagens = new ArrayList<>();
        for (Banco banco : elenco.bancosDosClientes()) {
            viagens.addAll(banco.viagens());
        }
        return new EstadoFinal(reservas, viagens);
    }

    private Map<String, List<String>> replicas() {
        return parte.servidores().entrySet().stream()
                .filter(operador -> operador.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the settings promise, and a little for the machine. */
    private static Map<Acao, Duration> limits() {
        Map<Acao, Duration> limits = new EnumMap<>(Acao.class);
        for (Acao acao : Acao.values()) {
            boolean trip = acao == Acao.VIAJAR || acao == Acao.CANCELAR_VIAGEM;
            limits.put(acao, (trip ? Elenco.ESPERA_VIAGEM : Elenco.PRAZO).plus(SLACK));
        }
        return limits;
    }

    @Override
    public void close() throws IOException {
        elenco.close();
        registro.close();
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }
}
