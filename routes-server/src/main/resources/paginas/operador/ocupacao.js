// How full the points are, hour by hour: a table that is its own text, coloured by what it says.

import { pedir } from './api.js';
import { el, escrever, por } from './dom.js';
import { hoje, hora, instante, numero, porcento, reais, somarDias } from './formato.js';
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
  const horas = Array(24);
  const fila = HORAS.slice();
  const doDia = usoDe(instante(dia), instante(somarDias(dia, 1)));
  await Promise.all(Array.from({ length: JUNTAS }, async () => {
    for (let qual = fila.shift(); qual !== undefined; qual = fila.shift()) {
      const fim = qual === 23 ? instante(somarDias(dia, 1)) : instante(dia, horario(qual + 1));
      horas[qual] = await usoDe(instante(dia, horario(qual)), fim);
    }
  }));
  const total = await doDia;
  if (minha === vez) {
    visto = { dia, horas, total };
    mostrar();
  }
}

function usoDe(de, ate) {
  return pedir('GET', `/ocupacao?${new URLSearchParams({ de, ate })}`);
}

function horario(qual) {
  return `${String(qual).padStart(2, '0')}:00`;
}

function mostrar() {
  const { dia, horas, total } = visto;
  const agora = dia === hoje() ? Number(hora(Date.now()).slice(0, 2)) : -1;
  mostrarNumeros(total.total);
  const taxas = horas.map((uma) => new Map(uma.postos.map((posto) => [posto.posto_id, posto.uso.taxa_ocupacao])));
  por('mapa').tHead.rows[0].replaceChildren(
    el('th', { scope: 'col', class: 'nome' }, t('posto')),
    ...HORAS.map((qual) => el('th', { scope: 'col', 'aria-label': horario(qual), 'aria-current': qual === agora && 'time' }, String(qual))),
    el('th', { scope: 'col' }, t('diaTodo')),
  );
  por('mapa').tBodies[0].replaceChildren(...total.postos.map((posto) => el(
    'tr',
    {},
    el('th', { scope: 'row', class: 'nome' }, `${posto.posto_id} · ${posto.posto}`),
    ...HORAS.map((qual) => celula(taxas[qual].get(posto.posto_id) ?? 0)),
    el('td', { class: 'soma' }, numero(posto.uso.taxa_ocupacao * 100)),
  )));
  escrever(por('em-palavras'), emPalavras(horas, total));
}

function celula(taxa) {
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

function emPalavras(horas, total) {
  const cheia = horas.reduce((maior, uma, i) => (uma.total.taxa_ocupacao > horas[maior].total.taxa_ocupacao ? i : maior), 0);
  const usado = total.postos.reduce((maior, posto) => (maior === null || posto.uso.taxa_ocupacao > maior.uso.taxa_ocupacao ? posto : maior), null);
  if (!usado || usado.uso.taxa_ocupacao === 0) {
    return t('vazioEmPalavras');
  }
  return t('emPalavras', {
    hora: horario(cheia),
    taxa: porcento(horas[cheia].total.taxa_ocupacao),
    posto: `${usado.posto_id} · ${usado.posto}`,
    uso: porcento(usado.uso.taxa_ocupacao, 1),
  });
}
