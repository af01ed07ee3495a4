package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.terminal.rotas.Resultado;
import java.util.EnumSet;
import java.util.Set;

/** What a program that called a command learns from it. */
public final class CodigoDeSaida {

    /** Done. */
    public static final int FEITO = 0;

    /** Understood, and refused by the rules. */
    public static final int RECUSADO = 1;

    /** Not understood, or with something in it that cannot be. */
    public static final int USO = 2;

    /** Nobody there to ask, or no answer in time: the same command may work later. */
    public static final int FORA_DO_AR = 3;

    /** 128 and the number of SIGINT, as shells have it. */
    public static final int INTERROMPIDO = 130;

    /** Still undecided. */
    private static final int ACCEPTED = 202;

    private static final Set<Codigo> DE_USO = EnumSet.of(Codigo.DADOS_INVALIDOS, Codigo.JSON_INVALIDO);

    private static final Set<Codigo> DE_FORA = EnumSet.of(
            Codigo.SERVIDOR_INDISPONIVEL,
            Codigo.SERVIDOR_DESCONHECIDO,
            Codigo.TEMPO_ESGOTADO,
            Codigo.LIMITE_EXCEDIDO,
            Codigo.ERRO_INTERNO);

    private CodigoDeSaida() {}

    public static int de(Resultado resultado) {
        if (resultado.status() == ACCEPTED) {
            return FORA_DO_AR;
        }
        if (resultado.deuCerto()) {
            return FEITO;
        }
        // which none of these sets has if there is none
        Codigo codigo = resultado.codigo();
        if (DE_USO.contains(codigo)) {
            return USO;
        }
        // a quota that is used up is a rule; too much at the moment is not
        return DE_FORA.contains(codigo) && !resultado.json().hasNonNull("tente_apos") ? FORA_DO_AR : RECUSADO;
    }
}
