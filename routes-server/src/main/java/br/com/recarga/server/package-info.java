/**
 * One operator's server. Two doors stand on top, {@code mqtt} and {@code http}; each opens to the use cases:
 * {@code manutencao}, {@code viagens} and {@code carregamentos} above {@code reservas}, which is above {@code postos};
 * {@code carros} and {@code ocupacao} beside them. All of them stand on a ground that knows nothing of them: {@code umavez},
 * {@code avisos}, {@code instancias}, {@code janelas}, {@code config}. Nothing below calls what is above it.
 */
package br.com.recarga.server;
