package br.com.recarga.faltas.historia;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is asked. A caller who gets no answer asks the same again, with the same key.
 *
 * @param chave the {@code Idempotency-Key}; null for what only asks
 * @param sobre the reservation, trip or key that it is about; null if there is none yet
 * @param placa null for what is about something that is there
 * @param vagas the windows that are wanted: one for a reservation and its change, one for each stop of a trip
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pedida(Acao acao, String chave, String sobre, String placa, List<Vaga> vagas) {}
