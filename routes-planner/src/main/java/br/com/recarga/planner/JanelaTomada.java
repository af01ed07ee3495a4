package br.com.recarga.planner;

import java.time.Instant;

/**
 * A window in which a point cannot be used: reserved, or in maintenance.
 *
 * @param inicio included
 * @param fim excluded; null: nobody knows when it ends
 */
public record JanelaTomada(Instant inicio, Instant fim) {}
