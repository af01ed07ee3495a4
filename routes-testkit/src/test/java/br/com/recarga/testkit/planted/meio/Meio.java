package br.com.recarga.testkit.planted.meio;

import br.com.recarga.testkit.planted.baixo.Baixo;

public record Meio(Baixo baixo) {}
