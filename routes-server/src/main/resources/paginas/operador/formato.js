// Times are shown as the server says them, in its own time zone, wherever the browser is.

import { lingua, t } from './textos.js';

let deslocamento = 'Z';

/** @param instante of the server's clock, such as 2026-12-24T14:00:00-03:00 */
export function relogioDoServidor(instante) {
  deslocamento = /(Z|[+-]\d{2}:\d{2})$/.exec(instante)?.[1] ?? 'Z';
}

/** The day, hour and minute that the server's clock shows at this moment, as the controls of a form want them. */
export function local(instante) {
  const minutos = deslocamento === 'Z' ? 0 : (Number(deslocamento.slice(1, 3)) * 60 + Number(deslocamento.slice(4))) * (deslocamento[0] === '-' ? -1 : 1);
  return new Date(new Date(instante).getTime() + minutos * 60_000).toISOString().slice(0, 16);
}

/** The moment of a day, and perhaps hour, of the server's clock. */
export function instante(dia, hora = '00:00') {
  return `${dia}T${hora.length === 5 ? `${hora}:00` : hora}${deslocamento}`;
}

export function hoje() {
  return local(Date.now()).slice(0, 10);
}

export function somarDias(dia, dias) {
  const data = new Date(`${dia}T12:00:00Z`);
  data.setUTCDate(data.getUTCDate() + dias);
  return data.toISOString().slice(0, 10);
}

export function hora(instante) {
  return local(instante).slice(11);
}

/** The hour, and the day if it is another than this one. */
export function quando(instante, dia = hoje()) {
  const aqui = local(instante);
  return aqui.slice(0, 10) === dia ? aqui.slice(11) : `${diaCurto(aqui.slice(0, 10))} ${aqui.slice(11)}`;
}

function diaCurto(dia) {
  return new Intl.DateTimeFormat(lingua(), { day: '2-digit', month: '2-digit', timeZone: 'UTC' }).format(new Date(`${dia}T12:00:00Z`));
}

/** The time of the browser's own clock: when the page was told something. */
export function relogio(data) {
  return new Intl.DateTimeFormat(lingua(), { timeStyle: 'medium' }).format(data);
}

export function numero(valor, casas = 0, casasMinimas = casas) {
  return new Intl.NumberFormat(lingua(), { minimumFractionDigits: casasMinimas, maximumFractionDigits: casas }).format(valor);
}

export function reais(valor) {
  return new Intl.NumberFormat(lingua(), { style: 'currency', currency: 'BRL' }).format(valor);
}

export function porcento(parte, casas = 0) {
  return new Intl.NumberFormat(lingua(), { style: 'percent', maximumFractionDigits: casas }).format(parte);
}

/** When a point is next free. */
export function folga(janela) {
  if (!janela) {
    return t('semFolga');
  }
  const agora = new Date(janela.inicio) <= new Date(Date.now() + 60_000);
  const valores = { inicio: quando(janela.inicio), fim: janela.fim && quando(janela.fim) };
  if (agora) {
    return janela.fim ? t('agoraAte', valores) : t('agora');
  }
  return janela.fim ? t('entre', valores) : t('desde', valores);
}
