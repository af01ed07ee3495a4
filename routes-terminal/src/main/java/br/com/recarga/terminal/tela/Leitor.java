package br.com.recarga.terminal.tela;

import br.com.recarga.platform.database.PrivateFiles;
import br.com.recarga.terminal.rotas.FiltroDePostos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.CompletionMatcherImpl;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

/** Reads answers in words: with editing, completion on Tab, and former answers on the up arrow. */
final class Leitor {

    private final Terminal terminal;
    private final Saida saida;
    private final Path pasta;
    private final Map<String, LineReader> porHistorico = new HashMap<>();
    private final boolean editavel;
    private Collection<String> candidatos = List.of();

    /**
     * @param editavel whether a line can be changed after it was written
     * @param pasta for former answers
     */
    Leitor(Terminal terminal, boolean editavel, Saida saida, Path pasta) {
        this.terminal = terminal;
        this.editavel = editavel;
        this.saida = saida;
        this.pasta = pasta;
    }

    Optional<String> perguntar(Pergunta pergunta) {
        candidatos = pergunta.candidatos();
        LineReader reader =
                porHistorico.computeIfAbsent(pergunta.historico() == null ? "" : pergunta.historico(), this::reader);
        String prompt = saida.pintar(Cor.CIANO, "? ")
                + saida.pintar(Cor.NEGRITO, pergunta.rotulo())
                + (pergunta.padrao().isEmpty() ? "" : saida.pintar(Cor.FRACO, " (" + pergunta.padrao() + ")"))
                + ": ";
        String antes = null;
        boolean calou = false;
        while (true) {
            String dita = reader.readLine(prompt, null, (Character) null, antes).strip();
            String resposta = dita.isEmpty() ? pergunta.padrao() : dita;
            if (resposta.isEmpty()) {
                if (calou) {
                    return Optional.empty();
                }
                // one Enter too many would lose all that was answered before
                calou = true;
                antes = null;
                saida.aviso(saida.pintar(Cor.FRACO, "  falta a resposta; Enter outra vez volta ao menu"));
                continue;
            }
            calou = false;
            Optional<String> recusa = pergunta.recusa().apply(resposta);
            if (recusa.isEmpty()) {
                return Optional.of(resposta);
            }
            saida.erro("  " + recusa.get());
            // to be corrected, not typed again; where lines cannot be edited it could only grow
            antes = editavel ? dita : null;
        }
    }

    private LineReader reader(String historico) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("recarga")
                .parser(new UmaPalavra())
                .completer(this::completar)
                .completionMatcher(new SemAcentos())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .option(LineReader.Option.AUTO_MENU, true)
                .option(LineReader.Option.HISTORY_INCREMENTAL, true);
        if (historico.isEmpty()) {
            return builder.variable(LineReader.DISABLE_HISTORY, true).build();
        }
        try {
            Path arquivo = PrivateFiles.file(PrivateFiles.folder(pasta).resolve("historico-" + historico));
            builder.variable(LineReader.HISTORY_FILE, arquivo)
                    .variable(LineReader.HISTORY_FILE_SIZE, 200)
                    .history(new DefaultHistory());
        } catch (IOException semPasta) {
            // former answers are a convenience
            saida.aviso("O que for digitado não será lembrado: " + semPasta.getMessage());
        }
        return builder.build();
    }

    private void completar(LineReader reader, ParsedLine linha, List<Candidate> achados) {
        // not complete: no blank after it, whatever it is
        candidatos.forEach(
                candidato -> achados.add(new Candidate(candidato, candidato, null, null, null, null, false)));
    }

    /** The whole answer, whatever blanks and quotes are in it. */
    private static final class UmaPalavra extends DefaultParser {

        UmaPalavra() {
            setQuoteChars(new char[0]);
            setEscapeChars(new char[0]);
        }

        @Override
        public boolean isDelimiterChar(CharSequence linha, int posicao) {
            return false;
        }
    }

    /** Whoever types {@code sao} means São as well. */
    private static final class SemAcentos extends CompletionMatcherImpl {

        @Override
        protected void defaultMatchers(
                Map<LineReader.Option, Boolean> options,
                boolean prefix,
                CompletingParsedLine line,
                boolean caseInsensitive,
                int errors,
                String originalGroupName) {
            String palavra = FiltroDePostos.simples(line.word().substring(0, line.wordCursor()));
            matchers = List.of(
                    simpleMatcher(candidato -> FiltroDePostos.simples(candidato).startsWith(palavra)));
        }
    }
}
