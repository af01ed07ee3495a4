package br.com.recarga.contract.lugares;

/**
 * Why a place is hardly where somebody says that it is.
 *
 * @param campo what is doubtful of it: {@code localizacao} or {@code uf}
 * @param impossivel whether it cannot be right; else it is only unlikely
 * @param mensagem in Portuguese, for people
 */
public record Suspeita(String campo, boolean impossivel, String mensagem) {}
