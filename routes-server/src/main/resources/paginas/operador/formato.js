// Times are those of a place: a point's are shown and taken as a clock there has them, what is of no point as the server's
// zone has it, wherever the browser is.

import { FUSO_PADRAO, fusoConhecido, instanteDe, mesmaHora, nomeDoFuso, noRelogio } from '/comum/fuso.js';
import { lingua, t } from './textos.js';

let doServidor = FUSO_PADRAO;

/** @param fuso the server's, an IANA id */
export function fusoDoServidor(fuso) {
  doServidor = fusoConhecido(fuso);
}

/** The zone of a point or of what is about one; what says none has the server's. */
export function fusoDe({ fuso }) {
  return fuso === undefined ? doServidor : fusoConhecido(fuso);
}

/** The day, hour and minute that a clock there shows at this moment, as the controls of a form want them. */
export function local(instante, fuso = doServidor) {
  return noRelogio(instante, fuso);
}

/** The moment at which a clock there shows this day, and perhaps hour. */
export function instante(dia, hora = '00:00', fuso = doServidor) {
  return new Date(instanteDe(`${dia}T${hora}`, fuso)).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The same of what a field of date and time says. */
export function instanteDoCampo(valor, fuso = doServidor) {
  return instante(valor.slice(0, 10), valor.slice(11), fuso);
}

export function hoje(fuso = doServidor) {
  return local(Date.now(), fuso).slice(0, 10);
}

export function somarDias(dia, dias) {
  const data = new Date(`${dia}T12:00:00Z`);
  data.setUTCDate(data.getUTCDate() + dias);
  return data.toISOString().slice(0, 10);
}

export function hora(instante, fuso = doServidor) {
  return local(instante, fuso).slice(11);
}

/** The hour, and the day if it is another than this one. */
export function quando(instante, dia, fuso = doServidor) {
  const aqui = local(instante, fuso);
  return aqui.slice(0, 10) === (dia ?? hoje(fuso)) ? aqui.slice(11) : `${diaCurto(aqui.slice(0, 10))} ${aqui.slice(11)}`;
}

/** The text, and whose hours it says, where they are not the reader's own at that moment. */
export function noLugar(texto, momento, fuso = doServidor) {
  return mesmaHora(momento, fuso) ? texto : t('fusoNomeado', { texto, fuso: nomeDoFuso(momento, fuso, lingua()) });
}

function diaCurto(dia) {
  return new Intl.DateTimeFormat(lingua(), { day: '2-digit', month: '2-digit', timeZone: 'UTC' }).format(new Date(`${dia}T12:00:00Z`));
}

/** The Monday of its week. */
export function segundaFeira(dia) {
  return somarDias(dia, -((new Date(`${dia}T12:00:00Z`).getUTCDay() + 6) % 7));
}

/** Which day of the week, and which of the month. @param como long or short */
export function diaDaSemana(dia, como) {
  return new Intl.DateTimeFormat(lingua(), { weekday: como, day: '2-digit', month: '2-digit', timeZone: 'UTC' }).format(new Date(`${dia}T12:00:00Z`));
}

/** The time of the browser's own clock: when the page was told something. */
export function relogio(data) {
  return new Intl.DateTimeFormat(lingua(), { timeStyle: 'medium', hourCycle: 'h23' }).format(data);
}

export function numero(valor, casas = 0, casasMinimas = casas) {
  return new Intl.NumberFormat(lingua(), { minimumFractionDigits: casasMinimas, maximumFractionDigits: casas }).format(valor);
}

/** A number as somebody types it in this language, without groups. */
export function decimal(valor) {
  return lingua() === 'en' ? String(valor) : String(valor).replace('.', ',');
}

/** What somebody has typed, with a comma or a point; NaN if it is no number. */
export function lerNumero(texto) {
  const limpo = texto.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(limpo) ? Number(limpo) : NaN;
}

export function reais(valor) {
  return new Intl.NumberFormat(lingua(), { style: 'currency', currency: 'BRL' }).format(valor);
}

/** Something is not shown as nothing: below one percent with a decimal. */
export function porcento(parte, casas = 0) {
  if (parte > 0 && parte < 0.01) {
    return parte < 0.001 ? `< ${percentual(0.001, 1)}` : percentual(parte, 1);
  }
  return percentual(parte, casas);
}

/** The same without the sign, as a cell has it. */
export function centesimos(parte) {
  if (parte > 0 && parte < 0.01) {
    return parte < 0.001 ? `< ${numero(0.1, 1)}` : numero(parte * 100, 1);
  }
  return numero(parte * 100);
}

function percentual(parte, casas) {
  return new Intl.NumberFormat(lingua(), { style: 'percent', maximumFractionDigits: casas }).format(parte);
}

/** When a point is next free. */
export function folga({ proxima_janela: janela, ...posto }) {
  if (!janela) {
    return t('semFolga');
  }
  const fuso = fusoDe(posto);
  const agora = new Date(janela.inicio) <= new Date(Date.now() + 60_000);
  const valores = { inicio: quando(janela.inicio, undefined, fuso), fim: janela.fim && quando(janela.fim, undefined, fuso) };
  if (agora) {
    return janela.fim ? noLugar(t('agoraAte', valores), janela.fim, fuso) : t('agora');
  }
  return noLugar(janela.fim ? t('entre', valores) : t('desde', valores), janela.inicio, fuso);
}
