package br.com.recarga.terminal.tela;

import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/** Every key as soon as it is pressed, until this is closed. */
final class Teclado implements AutoCloseable {

    private static final long ESC_MS = 100;

    private final Terminal terminal;
    private final Attributes antes;
    private final SignalHandler resume;

    /** @param aoVoltar what to do after the shell has used the terminal meanwhile */
    Teclado(Terminal terminal, Runnable aoVoltar) {
        this.terminal = terminal;
        this.antes = teclaPorTecla();
        this.resume = terminal.handle(Signal.CONT, sinal -> {
            teclaPorTecla();
            aoVoltar.run();
        });
    }

    private Attributes teclaPorTecla() {
        Attributes linhaPorLinha = terminal.enterRawMode();
        Attributes semSinais = terminal.getAttributes();
        // Ctrl-C is a key like others, so that what is shown is taken away before the program ends
        semSinais.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(semSinais);
        terminal.puts(Capability.keypad_xmit);
        return linhaPorLinha;
    }

    /** Of keys that mean nothing yet; Esc alone can be told from the beginning of others. */
    static <T> KeyMap<T> semTeclas() {
        KeyMap<T> teclas = new KeyMap<>();
        teclas.setAmbiguousTimeout(ESC_MS);
        return teclas;
    }

    /**
     * Gives a key its meaning.
     *
     * @param sua as the terminal says that the key is
     * @param sequencias as it may be as well, as terminals do not all keep to what they say of themselves
     */
    <T> void ligar(KeyMap<T> teclas, T tecla, Capability sua, String... sequencias) {
        String dita = KeyMap.key(terminal, sua);
        if (dita != null) {
            teclas.bind(tecla, dita);
        }
        teclas.bind(tecla, (CharSequence[]) sequencias);
    }

    @Override
    public void close() {
        terminal.handle(Signal.CONT, resume);
        terminal.puts(Capability.keypad_local);
        terminal.setAttributes(antes);
        terminal.flush();
    }
}
