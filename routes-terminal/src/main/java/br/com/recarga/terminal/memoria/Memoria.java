package br.com.recarga.terminal.memoria;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.database.PrivateFiles;
import br.com.recarga.terminal.memoria.Lembrado.ReservaFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemPedida;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The cars, reservations and trips of this user, in one file that every terminal of theirs reads and writes. */
public final class Memoria {

    private static final int CARROS = 10;
    private static final int RESERVAS = 200;
    private static final int PENDENTES = 20;

    private final Path pasta;
    private final Path arquivo;

    /** @param pasta made with the first thing that is remembered */
    public Memoria(Path pasta) {
        this.pasta = pasta;
        this.arquivo = pasta.resolve("memoria.json");
    }

    public Path arquivo() {
        return arquivo;
    }

    /** What cannot be read counts as forgotten. */
    public Lembrado tudo() throws IOException {
        return ler().orElseGet(() -> new Lembrado(null, null, null, null));
    }

    /** Empty if there is nothing that can be read. */
    private Optional<Lembrado> ler() throws IOException {
        if (!Files.exists(arquivo)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ContractJson.mapper().readValue(Files.readAllBytes(arquivo), Lembrado.class));
        } catch (JsonProcessingException estragado) {
            return Optional.empty();
        }
    }

    public Optional<Carro> carro(String placa) throws IOException {
        String procurada = Carro.normalizar(placa);
        return tudo().carros().stream()
                .filter(carro -> carro.placa().equals(procurada))
                .findFirst();
    }

    public Optional<ReservaFeita> reserva(String id) throws IOException {
        return tudo().reservas().stream()
                .filter(reserva -> reserva.reservaId().equals(id))
                .findFirst();
    }

    public Optional<ViagemFeita> viagem(String id) throws IOException {
        return tudo().viagens().stream()
                .filter(viagem -> viagem.viagemId().equals(id))
                .findFirst();
    }

    public void lembrar(Carro carro) throws IOException {
        mudar(tudo -> primeiro(tudo.carros(), carro, Carro::placa, CARROS));
    }

    public void lembrar(ReservaFeita reserva) throws IOException {
        mudar(tudo -> primeiro(tudo.reservas(), reserva, ReservaFeita::reservaId, RESERVAS));
    }

    public void lembrar(ViagemFeita viagem) throws IOException {
        mudar(tudo -> primeiro(tudo.viagens(), viagem, ViagemFeita::viagemId, RESERVAS));
    }

    public void lembrar(ViagemPedida pedida) throws IOException {
        mudar(tudo -> primeiro(tudo.pendentes(), pedida, ViagemPedida::chave, PENDENTES));
    }

    /** Whether it is a reservation or a trip of ours, or the key of a request for one. */
    public boolean lembra(String id) throws IOException {
        return reserva(id).isPresent()
                || viagem(id).isPresent()
                || tudo().pendentes().stream().anyMatch(pedida -> pedida.chave().equals(id));
    }

    /**
     * Forgets a reservation or a trip, or the request for one, here only.
     *
     * @return whether it was remembered
     */
    public boolean esquecer(String id) throws IOException {
        boolean lembrada = lembra(id);
        if (lembrada) {
            mudar(tudo -> {
                tudo.reservas().removeIf(reserva -> reserva.reservaId().equals(id));
                tudo.viagens().removeIf(viagem -> viagem.viagemId().equals(id));
                tudo.pendentes().removeIf(pedida -> pedida.chave().equals(id));
            });
        }
        return lembrada;
    }

    /** Forgets everything but the log of trips that are not over. */
    public void esquecerTudo() throws IOException {
        if (Files.isDirectory(pasta)) {
            try (DirectoryStream<Path> lembradas = Files.newDirectoryStream(pasta, "{memoria,historico}*")) {
                for (Path lembrada : lembradas) {
                    Files.delete(lembrada);
                }
            }
        }
    }

    private void mudar(Consumer<Lembrado> mudanca) throws IOException {
        PrivateFiles.folder(pasta);
        Path trava = PrivateFiles.file(pasta.resolve("memoria.lock"));
        try (FileChannel channel = FileChannel.open(trava, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.exists(arquivo) && ler().isEmpty()) {
                // there may be codes in it that somebody can still read
                Files.move(arquivo, pasta.resolve("memoria.estragada"), StandardCopyOption.REPLACE_EXISTING);
            }
            Lembrado tudo = tudo();
            mudanca.accept(tudo);
            Path nova = PrivateFiles.file(pasta.resolve("memoria.nova"));
            Files.write(
                    nova,
                    ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(tudo),
                    StandardOpenOption.TRUNCATE_EXISTING);
            // whoever reads at this moment, or a power cut, finds the old file or the new one
            Files.move(nova, arquivo, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Puts it first, in the place of what has the same key; what then is too much is forgotten from the end. */
    private static <T> void primeiro(List<T> todos, T novo, Function<T, String> chave, int limite) {
        todos.removeIf(outro -> chave.apply(outro).equals(chave.apply(novo)));
        todos.add(0, novo);
        todos.subList(Math.min(limite, todos.size()), todos.size()).clear();
    }
}
