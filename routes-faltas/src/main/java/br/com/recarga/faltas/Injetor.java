package br.com.recarga.faltas;

import br.com.recarga.faltas.Roteiro.Passo;
import br.com.recarga.faltas.historia.Especie;
import br.com.recarga.faltas.historia.Falta;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does to the system what the script says, when it says so. */
final class Injetor {

    /** Of more, nothing would be left that could be asked. */
    private static final int AT_ONCE = 2;

    /** Nothing of a database fits in it any more. */
    private static final long NOTHING_MORE = 4096;

    /** How much of a disk may be left, in bytes: room for some pages, so that it is full in the middle of a commit. */
    private static final int ROOM = 64 * 1024;

    private final Elenco elenco;
    private final Relogio relogio;
    private final Registro registro;
    private final HttpClient http;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<String> busy = new HashSet<>();
    private final Map<Especie, Integer> skipped = new EnumMap<>(Especie.class);
    private int startedAgain;

    Injetor(Elenco elenco, Relogio relogio, Registro registro, HttpClient http) {
        this.elenco = elenco;
        this.relogio = relogio;
        this.registro = registro;
        this.http = http;
    }

    /**
     * Returns when the last fault is over and all serve again. A fault waits until only one other is left; of those that still wait at
     * the end nothing comes.
     */
    void run(List<Passo> passos, Duration duration) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> all = new ArrayList<>();
            long begin = relogio.now();
            for (Passo passo : passos) {
                Thread.sleep(Math.max(0, begin + passo.em() - relogio.now()));
                long left = begin + duration.toMillis() - relogio.now();
                if (!places.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS)) {
                    break;
                }
                all.add(threads.submit(() -> {
                    try {
                        inject(passo);
                    } finally {
                        places.release();
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            for (Participante one : elenco.all()) {
                add(elenco.awaitReady(one, http));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many faults of each kind did not come about: what they were to hit was down already, or did not let itself be hit. */
    synchronized Map<Especie, Integer> skipped() {
        return new EnumMap<>(skipped);
    }

    /** How often a process ended by itself and had to be started again. */
    synchronized int startedAgain() {
        return startedAgain;
    }

    private void inject(Passo passo) throws IOException, InterruptedException {
        String what = what(passo);
        if (!take(what, passo.especie())) {
            return;
        }
        try {
            long de = relogio.now();
            perform(passo);
            registro.add(new Falta(passo.especie(), passo.alvo(), de, relogio.now()));
        } catch (SQLException notNow) {
            skip(passo.especie());
        } finally {
            free(what);
        }
    }

    /** What is down meanwhile, so that nothing else can be done to it: the process itself, its line, its database. */
    private static String what(Passo passo) {
        return switch (passo.especie()) {
                    case MATAR, SUSPENDER, ENCHER_DISCO -> "processo ";
                    case CORTAR_LINHA, CALAR_LINHA -> "linha ";
                    case TRANCAR_BANCO -> "banco ";
                    case DERRUBAR_BROKER, CORTAR_BANCO -> "";
                }
                + passo.alvo();
    }

    private void perform(Passo passo) throws IOException, InterruptedException, SQLException {
        long duration = passo.duracaoMs();
        switch (passo.especie()) {
            case MATAR -> {
                Participante one = elenco.participante(passo.alvo());
                one.programa().kill();
                Thread.sleep(duration);
                one.programa().start();
                add(elenco.awaitReady(one, http));
            }
            case SUSPENDER -> {
                Programa programa = thatRuns(passo.alvo());
                programa.suspend();
                Thread.sleep(duration);
                if (programa.isAlive()) {
                    programa.goOn();
                }
            }
            case DERRUBAR_BROKER -> {
                elenco.broker().kill();
                Thread.sleep(duration);
                elenco.startBroker();
            }
            case CORTAR_LINHA, CALAR_LINHA -> {
                Linha linha = elenco.participante(passo.alvo()).linha();
                if (passo.especie() == Especie.CORTAR_LINHA) {
                    linha.cut();
                } else {
                    linha.mute();
                }
                Thread.sleep(duration);
                linha.heal();
            }
            case TRANCAR_BANCO -> {
                try (Connection locked = elenco.banco(passo.alvo()).lock()) {
                    Thread.sleep(duration);
                }
            }
            case ENCHER_DISCO -> {
                thatRuns(passo.alvo());
                fill(elenco.participante(passo.alvo()), passo);
            }
            case CORTAR_BANCO -> elenco.banco(passo.alvo()).cutConnections();
        }
    }

    private void fill(Participante one, Passo passo) throws IOException, InterruptedException {
        Path log = one.banco().log();
        boolean inTheMiddle = passo.sorte() % 2 == 0 && Files.exists(log);
        one.programa().limitFiles(inTheMiddle ? Files.size(log) + passo.sorte() % ROOM : NOTHING_MORE);
        Thread.sleep(passo.duracaoMs());
        if (one.programa().isAlive()) {
            one.programa().limitFiles(-1);
        }
    }

    /** Its program, which may have ended by itself: whoever has its number now is none of ours. */
    private Programa thatRuns(String name) throws IOException, InterruptedException {
        Participante one = elenco.participante(name);
        if (!one.programa().isAlive()) {
            add(elenco.awaitReady(one, http));
        }
        return one.programa();
    }

    private synchronized boolean take(String what, Especie especie) {
        boolean free = busy.add(what);
        if (!free) {
            skip(especie);
        }
        return free;
    }

    private synchronized void free(String what) {
        busy.remove(what);
    }

    private synchronized void skip(Especie especie) {
        skipped.merge(especie, 1, Integer::sum);
    }

    private synchronized void add(int times) {
        startedAgain += times;
    }
}
