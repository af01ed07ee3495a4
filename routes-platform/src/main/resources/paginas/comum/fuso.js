// The hours of places. A moment is the same everywhere; what a clock shows at it is its place's: a charging point is a place,
// and its hours are shown and taken as a clock on its wall has them, wherever the browser is.

/** Of a place of which nothing is known: Brazil's legal time. */
export const FUSO_PADRAO = 'America/Sao_Paulo';

const DIA = 24 * 60 * 60_000;
const relogios = new Map();
const nomes = new Map();

/** The zone if this browser knows it, else the usual one. */
export function fusoConhecido(fuso) {
  try {
    relogio(fuso);
    return fuso;
  } catch (desconhecido) {
    return FUSO_PADRAO;
  }
}

function relogio(fuso) {
  if (typeof fuso !== 'string') {
    throw new RangeError('no zone');
  }
  if (!relogios.has(fuso)) {
    relogios.set(fuso, new Intl.DateTimeFormat('en', {
      timeZone: fuso,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }));
  }
  return relogios.get(fuso);
}

/** By how much a zone's clocks are ahead of UTC at this moment; ms. */
export function deslocamento(instante, fuso) {
  const partes = {};
  for (const { type, value } of relogio(fuso).formatToParts(instante)) {
    partes[type] = Number(value);
  }
  const parede = Date.UTC(partes.year, partes.month - 1, partes.day, partes.hour, partes.minute, partes.second);
  return parede - Math.floor(instante / 1000) * 1000;
}

/** What a clock there shows at this moment, to the minute, as a field of date and time wants it: "2026-12-24T14:00". */
export function noRelogio(instante, fuso) {
  const ms = new Date(instante).getTime();
  return new Date(ms + deslocamento(ms, fuso)).toISOString().slice(0, 16);
}

/**
 * When a clock there shows this, in ms; NaN if the text is no date and time. Of an hour that it shows twice, as clocks are
 * set back, the first; an hour that is left out, as they are set forward, is as long after the change as it was meant to be.
 */
export function instanteDe(texto, fuso) {
  const parede = Date.parse(`${texto}Z`);
  if (Number.isNaN(parede)) {
    return Number.NaN;
  }
  // clocks are not changed twice in two days
  const antes = deslocamento(parede - DIA, fuso);
  const depois = deslocamento(parede + DIA, fuso);
  const certo = [antes, depois].find((um) => deslocamento(parede - um, fuso) === um);
  return parede - (certo ?? antes);
}

/** Whether the reader's own clock shows the same there at this moment. */
export function mesmaHora(instante, fuso) {
  const ms = new Date(instante).getTime();
  return Number.isNaN(ms) || deslocamento(ms, fuso) === -new Date(ms).getTimezoneOffset() * 60_000;
}

/** "horário de Fernando de Noronha": how one calls a zone in this language. */
export function nomeDoFuso(instante, fuso, idioma) {
  const chave = `${idioma} ${fuso}`;
  if (!nomes.has(chave)) {
    nomes.set(chave, new Intl.DateTimeFormat(idioma, { timeZone: fuso, timeZoneName: 'longGeneric' }));
  }
  const partes = nomes.get(chave).formatToParts(new Date(instante));
  // where clocks are never changed, nobody calls their time the standard one
  return partes.find((parte) => parte.type === 'timeZoneName').value.replace(/^Horário (Padrão )?/, 'horário ');
}
