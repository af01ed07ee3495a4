package br.com.recarga.planner;

import br.com.recarga.contract.lugares.Coordenadas;
import java.time.ZoneId;

/**
 * A place on the map.
 *
 * @param nome as people call it
 * @param fuso its zone, if somebody says it; null: as its coordinates tell
 */
public record Local(String nome, Coordenadas coordenadas, ZoneId fuso) {}
