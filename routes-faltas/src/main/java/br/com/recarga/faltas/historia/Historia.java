package br.com.recarga.faltas.historia;

import java.util.List;

/** All that happened, in no particular order. */
public record Historia(List<Tentativa> tentativas, List<Falta> faltas) {}
