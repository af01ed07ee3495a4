package br.com.recarga.client.config;

import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.Topicos;
import java.util.List;
import java.util.Optional;

/** On which kind of topics a client asks those who announce themselves: on the first of these that a server hears. */
public enum OndePerguntar {

    /** What is asked reaches no other server; whoever only hears the original's topics is asked there. */
    AMBOS(Topicos.PROPRIOS, Topicos.COMPARTILHADOS),

    /** Wherever it is possible all see what is asked, as between the original's programs. */
    COMPARTILHADOS(Topicos.COMPARTILHADOS, Topicos.PROPRIOS),

    /** A broker can refuse whoever asks or answers in another's name. */
    PROPRIOS(Topicos.PROPRIOS);

    private final List<Topicos> porOrdem;

    OndePerguntar(Topicos... porOrdem) {
        this.porOrdem = List.of(porOrdem);
    }

    /** Whether anybody who announces himself may be asked on topics of this kind. */
    boolean usa(Topicos tipo) {
        return porOrdem.contains(tipo);
    }

    /** Where somebody of whom nothing is known yet may speak. */
    public List<Topicos> porOrdem() {
        return porOrdem;
    }

    /** @return empty: it hears on none of them */
    public Optional<Topicos> paraPerguntarA(ServidorStatus server) {
        return porOrdem.stream().filter(server::ouve).findFirst();
    }
}
