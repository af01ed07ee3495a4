package br.com.recarga.faltas.historia;

/** What a driver wants of a call. */
public enum Acao {
    RESERVAR,
    ALTERAR,
    CANCELAR,
    VIAJAR,
    CANCELAR_VIAGEM,
    /** Whether an operator knows a key: asked by who has no answer. */
    CONSULTAR,
    /** Which operators are there. */
    VER_SERVIDORES
}
