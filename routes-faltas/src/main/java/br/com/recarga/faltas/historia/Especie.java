package br.com.recarga.faltas.historia;

/** The kinds of faults. */
public enum Especie {
    MATAR("processo morto (kill -9) e começado de novo"),
    SUSPENDER("processo suspenso (SIGSTOP) e continuado (SIGCONT)"),
    DERRUBAR_BROKER("broker morto (kill -9) e começado de novo"),
    CORTAR_LINHA("linha ao broker cortada"),
    CALAR_LINHA("linha ao broker muda"),
    TRANCAR_BANCO("banco travado por outra conexão"),
    ENCHER_DISCO("disco cheio"),
    CORTAR_BANCO("conexões ao banco cortadas");

    private final String porExtenso;

    Especie(String porExtenso) {
        this.porExtenso = porExtenso;
    }

    /** As the report says it. */
    public String porExtenso() {
        return porExtenso;
    }
}
