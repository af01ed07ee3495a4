package br.com.recarga.server.cotas;

import java.time.OffsetDateTime;

/**
 * A quota that keeps whoever asks from reserving.
 *
 * @param mensagem for people, in Portuguese
 * @param tenteApos from when on there is room, at the latest; of the quotas of a car, an instant that does not depend on what it
 *     has reserved
 */
public record Limite(String mensagem, OffsetDateTime tenteApos) {}
