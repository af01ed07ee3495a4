// How full the points are, hour by hour: a table that is its own text, coloured by what it says.

import { pedir } from './api.js';
import { el, escrever, por } from './dom.js';
import { hoje, hora, instante, noLugar, numero, porcento, reais, somarDias } from './formato.js';
import { fusoDoPosto, fusosDosPostos } from './postos.js';
import { t } from './textos.js';

const HORAS = [...Array(24).keys()];
/** So many are asked for at the same time. */
const JUNTAS = 4;

let visto = null;
/** Counts the questions: an answer that was overtaken by the next question is not shown. */
let vez = 0;

export function escreverOcupacao() {
  por('mapa').tBodies[0].replaceChildren();
  if (visto) {
    mostrar();
  }
}

export function esquecerOcupacao() {
  vez++;
  visto = null;
  por('mapa').tHead.rows[0].replaceChildren();
  por('mapa').tBodies[0].replaceChildren();
  por('numeros').replaceChildren();
  escrever(por('em-palavras'), '');
}

export async function lerOcupacao(dia) {
  if (visto?.dia !== dia) {
    esquecerOcupacao();
    escrever(por('em-palavras'), t('carregando'));
  }
  const minha = ++vez;
  const fusos = fusosDosPostos();
  const periodos = fusos.flatMap((fuso) => [diaDe(dia, fuso), ...HORAS.map((qual) => horaDe(dia, qual, fuso))]);
  // the hours of zones are often the same moments
  const fila = [...new Set(periodos)].filter((periodo) => periodo !== null);
  const usos = new Map();
  await Promise.all(Array.from({ length: JUNTAS }, async () => {
    for (let periodo = fila.shift(); periodo !== undefined; periodo = fila.shift()) {
      usos.set(periodo, await pedir('GET', `/ocupacao?${periodo}`));
    }
  }));
  if (minha === vez) {
    const linhas = fusos.flatMap((fuso) => linhasDe(dia, fuso, fusos, usos)).sort((a, b) => a.posto_id - b.posto_id);
    const total = fusos.length === 1 ? usos.get(diaDe(dia, fusos[0])).total : soma(linhas.map((linha) => linha.uso));
    visto = { dia, linhas, total };
    mostrar();
  }
}

function diaDe(dia, fuso) {
  return String(new URLSearchParams({ de: instante(dia, '00:00', fuso), ate: instante(somarDias(dia, 1), '00:00', fuso) }));
}

/** The hour of a clock there; null if the clocks leave it out on this day. */
function horaDe(dia, qual, fuso) {
  const de = instante(dia, horario(qual), fuso);
  const ate = qual === 23 ? instante(somarDias(dia, 1), '00:00', fuso) : instante(dia, horario(qual + 1), fuso);
  return hora(de, fuso) === horario(qual) && Date.parse(de) < Date.parse(ate) ? String(new URLSearchParams({ de, ate })) : null;
}

/** The points of a zone, each with its day and how full each hour of it is; null: there is no such hour. */
function linhasDe(dia, fuso, fusos, usos) {
  const horas = HORAS.map((qual) => usos.get(horaDe(dia, qual, fuso)) ?? null);
  const taxas = horas.map((uma) => uma && new Map(uma.postos.map((posto) => [posto.posto_id, posto.uso.taxa_ocupacao])));
  return usos
    .get(diaDe(dia, fuso))
    .postos.filter((posto) => fusoDaLinha(posto, fusos) === fuso)
    .map((posto) => ({ ...posto, fuso, taxas: taxas.map((uma) => uma && (uma.get(posto.posto_id) ?? 0)) }));
}

/** A point that has come since the list was read counts as one of the first zone until it is read. */
function fusoDaLinha(posto, fusos) {
  const fuso = fusoDoPosto(posto.posto_id);
  return fusos.includes(fuso) ? fuso : fusos[0];
}

/** Of points whose days are not the same hours. */
function soma(usos) {
  const somar = (de) => usos.reduce((total, uso) => total + de(uso), 0);
  return {
    reservas: Object.fromEntries(Object.keys(usos[0].reservas).map((situacao) => [situacao, somar((uso) => uso.reservas[situacao])])),
    horas_reservadas: somar((uso) => uso.horas_reservadas),
    taxa_ocupacao: somar((uso) => uso.taxa_ocupacao) / usos.length,
    carregamentos: somar((uso) => uso.carregamentos),
    energia_kwh: somar((uso) => uso.energia_kwh),
    receita: somar((uso) => uso.receita),
  };
}

function horario(qual) {
  return `${String(qual).padStart(2, '0')}:00`;
}

function mostrar() {
  const { dia, linhas, total } = visto;
  const fusos = fusosDosPostos();
  // where clocks differ there is no one hour that it is now
  const agora = fusos.length === 1 && dia === hoje(fusos[0]) ? Number(hora(Date.now(), fusos[0]).slice(0, 2)) : -1;
  mostrarNumeros(total);
  por('mapa').tHead.rows[0].replaceChildren(
    el('th', { scope: 'col', class: 'nome' }, t('posto')),
    ...HORAS.map((qual) => el('th', { scope: 'col', 'aria-label': horario(qual), 'aria-current': qual === agora && 'time' }, String(qual))),
    el('th', { scope: 'col' }, t('diaTodo')),
  );
  por('mapa').tBodies[0].replaceChildren(...linhas.map((posto) => el(
    'tr',
    {},
    el('th', { scope: 'row', class: 'nome' }, noLugar(`${posto.posto_id} · ${posto.posto}`, instante(dia, '12:00', posto.fuso), posto.fuso)),
    ...HORAS.map((qual) => celula(posto.taxas[qual])),
    el('td', { class: 'soma' }, numero(posto.uso.taxa_ocupacao * 100)),
  )));
  escrever(por('em-palavras'), emPalavras(linhas));
}

function celula(taxa) {
  if (taxa === null) {
    return el('td', {}, '–');
  }
  const nivel = taxa === 0 ? 0 : Math.max(1, Math.ceil(taxa * 5));
  return el('td', { class: `n${nivel}` }, numero(taxa * 100));
}

function mostrarNumeros(uso) {
  const situacoes = uso.reservas;
  const mantidas = situacoes.PRE_RESERVADA + situacoes.CONFIRMADA + situacoes.EM_ANDAMENTO + situacoes.CONCLUIDA;
  const linhas = [
    ['taxa', porcento(uso.taxa_ocupacao, 1)],
    ['reservasTotal', numero(mantidas), t('foraDaConta', { canceladas: numero(situacoes.CANCELADA), expiradas: numero(situacoes.EXPIRADA) })],
    ['horas', `${numero(uso.horas_reservadas, 1, 0)} h`],
    ['carregamentos', numero(uso.carregamentos)],
    ['energiaTotal', `${numero(uso.energia_kwh, 1, 0)} kWh`],
    ['receita', reais(uso.receita)],
  ];
  por('numeros').replaceChildren(...linhas.map(([nome, valor, dica]) => el(
    'div',
    {},
    el('dt', {}, t(nome)),
    el('dd', { class: 'numero' }, valor, ...(dica ? [el('small', {}, dica)] : [])),
  )));
}

function emPalavras(linhas) {
  const medias = HORAS.map((qual) => linhas.reduce((soma, posto) => soma + (posto.taxas[qual] ?? 0), 0) / linhas.length);
  const cheia = medias.indexOf(Math.max(...medias));
  const usado = linhas.reduce((maior, posto) => (maior === null || posto.uso.taxa_ocupacao > maior.uso.taxa_ocupacao ? posto : maior), null);
  if (!usado || usado.uso.taxa_ocupacao === 0) {
    return t('vazioEmPalavras');
  }
  return t('emPalavras', {
    hora: horario(cheia),
    taxa: porcento(medias[cheia]),
    posto: `${usado.posto_id} · ${usado.posto}`,
    uso: porcento(usado.uso.taxa_ocupacao, 1),
  });
}
