// A day at all the points of an operator: it is not the same hours where their clocks differ.

import { instante, somarDias } from './formato.js';
import { fusosDosPostos } from './postos.js';

/** From when the day begins at the first of the points until it ends at the last. */
export function emTodosOsFusos(dia) {
  const comecos = fusosDosPostos().map((fuso) => inicioDoDia(dia, fuso)).sort();
  const fins = fusosDosPostos().map((fuso) => inicioDoDia(somarDias(dia, 1), fuso)).sort();
  return { de: comecos[0], ate: fins[fins.length - 1] };
}

/** Whether any of it is on this day there; without an end, it goes on until now and at least until it is due to end. */
export function eDoDia({ inicio, fim, prazo }, dia, fuso) {
  const acaba = fim ? Date.parse(fim) : Math.max(Date.now(), prazo ? Date.parse(prazo) : 0);
  return (
    acaba > Date.parse(inicioDoDia(dia, fuso)) &&
    Date.parse(inicio) < Date.parse(inicioDoDia(somarDias(dia, 1), fuso))
  );
}

function inicioDoDia(dia, fuso) {
  return instante(dia, '00:00', fuso);
}
