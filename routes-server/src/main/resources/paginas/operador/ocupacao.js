// How full the points are, hour by hour of a day or day by day of a week: a table that is its own text, coloured by what it says.

import { pedir } from './api.js';
import { el, escrever, por } from './dom.js';
import { centesimos, diaDaSemana, hoje, hora, instante, noLugar, numero, porcento, reais, segundaFeira, somarDias } from './formato.js';
import { fusoDoPosto, fusosDosPostos } from './postos.js';
import { t } from './textos.js';

const HORAS = [...Array(24).keys()];
/** So many are asked for at the same time. */
const JUNTAS = 4;

/**
 * What is looked at, and in which parts: each has a name, a short one for the head of its column, the question for it in a zone,
 * null if the clocks leave it out there, and whether it is now.
 */
const PERIODOS = {
  dia: {
    passo: 1,
    comeca: (dia) => dia,
    todo: diaDe,
    partes: (dia) => HORAS.map((qual) => ({
      nome: horario(qual),
      sigla: String(qual),
      pergunta: (fuso) => horaDe(dia, qual, fuso),
      agora: (fuso) => dia === hoje(fuso) && Number(hora(Date.now(), fuso).slice(0, 2)) === qual,
    })),
  },
  semana: {
    passo: 7,
    comeca: segundaFeira,
    todo: (dia, fuso) => entre(dia, somarDias(dia, 7), fuso),
    partes: (segunda) => [...Array(7).keys()].map((qual) => somarDias(segunda, qual)).map((dia) => ({
      nome: diaDaSemana(dia, 'long'),
      sigla: diaDaSemana(dia, 'short'),
      pergunta: (fuso) => diaDe(dia, fuso),
      agora: (fuso) => dia === hoje(fuso),
    })),
  },
};

let escolhido = 'dia';
let visto = null;
/** Counts the questions: an answer that was overtaken by the next question is not shown. */
let vez = 0;

/** @param aoMudar told when another kind of period is chosen */
export function prepararOcupacao(aoMudar) {
  por('periodo-ocupacao').addEventListener('change', () => {
    escolhido = por('periodo-ocupacao').value;
    escreverPeriodo();
    esquecerOcupacao();
    aoMudar();
  });
}

/** How many days the next and the one before are away. */
export function passoDaOcupacao() {
  return PERIODOS[escolhido].passo;
}

function escreverPeriodo() {
  escrever(por('legenda-mapa'), t(`legendaMapa_${escolhido}`));
  for (const [passo, nome] of [['-1', 'Antes'], ['1', 'Depois']]) {
    document.querySelector(`#vista-ocupacao [data-dia="${passo}"]`).setAttribute('aria-label', t(`${escolhido}${nome}`));
  }
}

export function escreverOcupacao() {
  por('periodo-ocupacao').replaceChildren(...Object.keys(PERIODOS).map((um) => el('option', { value: um, selected: um === escolhido }, t(`periodo_${um}`))));
  escreverPeriodo();
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

export async function lerOcupacao(doDia) {
  const periodo = PERIODOS[escolhido];
  const dia = periodo.comeca(doDia);
  if (visto?.periodo !== periodo || visto.dia !== dia) {
    esquecerOcupacao();
    escrever(por('em-palavras'), t('carregando'));
  }
  const minha = ++vez;
  const fusos = fusosDosPostos();
  const perguntas = fusos.flatMap((fuso) => [periodo.todo(dia, fuso), ...periodo.partes(dia).map((parte) => parte.pergunta(fuso))]);
  // the hours of zones are often the same moments
  const fila = [...new Set(perguntas)].filter((pergunta) => pergunta !== null);
  const usos = new Map();
  await Promise.all(Array.from({ length: JUNTAS }, async () => {
    for (let pergunta = fila.shift(); pergunta !== undefined; pergunta = fila.shift()) {
      usos.set(pergunta, await pedir('GET', `/ocupacao?${pergunta}`));
    }
  }));
  if (minha === vez) {
    const linhas = fusos.flatMap((fuso) => linhasDe(periodo, dia, fuso, fusos, usos)).sort((a, b) => a.posto_id - b.posto_id);
    const total = fusos.length === 1 ? usos.get(periodo.todo(dia, fusos[0])).total : soma(linhas.map((linha) => linha.uso));
    visto = { periodo, dia, linhas, total };
    mostrar();
  }
}

function entre(dia, outro, fuso) {
  return String(new URLSearchParams({ de: instante(dia, '00:00', fuso), ate: instante(outro, '00:00', fuso) }));
}

function diaDe(dia, fuso) {
  return entre(dia, somarDias(dia, 1), fuso);
}

/** The hour of a clock there; null if the clocks leave it out on this day. */
function horaDe(dia, qual, fuso) {
  const de = instante(dia, horario(qual), fuso);
  const ate = qual === 23 ? instante(somarDias(dia, 1), '00:00', fuso) : instante(dia, horario(qual + 1), fuso);
  return hora(de, fuso) === horario(qual) && Date.parse(de) < Date.parse(ate) ? String(new URLSearchParams({ de, ate })) : null;
}

/** The points of a zone, each with its period and how full each part of it is; null: there is no such hour. */
function linhasDe(periodo, dia, fuso, fusos, usos) {
  const partes = periodo.partes(dia).map((parte) => usos.get(parte.pergunta(fuso)) ?? null);
  const taxas = partes.map((uma) => uma && new Map(uma.postos.map((posto) => [posto.posto_id, posto.uso.taxa_ocupacao])));
  return usos
    .get(periodo.todo(dia, fuso))
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
  const { periodo, dia, linhas, total } = visto;
  const partes = periodo.partes(dia);
  const fusos = fusosDosPostos();
  mostrarNumeros(total);
  por('mapa').tHead.rows[0].replaceChildren(
    el('th', { scope: 'col', class: 'nome' }, t('posto')),
    ...partes.map((parte) => el('th', {
      scope: 'col',
      'aria-label': parte.nome,
      // where clocks differ there is no one hour that it is now
      'aria-current': fusos.length === 1 && parte.agora(fusos[0]) && 'time',
    }, parte.sigla)),
    el('th', { scope: 'col' }, t(`todo_${escolhido}`)),
  );
  por('mapa').tBodies[0].replaceChildren(...linhas.map((posto) => el(
    'tr',
    {},
    el('th', { scope: 'row', class: 'nome' }, noLugar(`${posto.posto_id} · ${posto.posto}`, instante(dia, '12:00', posto.fuso), posto.fuso)),
    ...posto.taxas.map(celula),
    el('td', { class: 'soma' }, centesimos(posto.uso.taxa_ocupacao)),
  )));
  escrever(por('em-palavras'), emPalavras(partes, linhas));
}

function celula(taxa) {
  if (taxa === null) {
    return el('td', {}, '–');
  }
  const nivel = taxa === 0 ? 0 : Math.max(1, Math.ceil(taxa * 5));
  return el('td', { class: `n${nivel}` }, centesimos(taxa));
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

function emPalavras(partes, linhas) {
  const medias = partes.map((parte, i) => linhas.reduce((soma, posto) => soma + (posto.taxas[i] ?? 0), 0) / linhas.length);
  const cheia = medias.indexOf(Math.max(...medias));
  const usado = linhas.reduce((maior, posto) => (maior === null || posto.uso.taxa_ocupacao > maior.uso.taxa_ocupacao ? posto : maior), null);
  if (!usado || usado.uso.taxa_ocupacao === 0) {
    return t(`vazioEmPalavras_${escolhido}`);
  }
  return t(`emPalavras_${escolhido}`, {
    parte: partes[cheia].nome,
    taxa: porcento(medias[cheia]),
    posto: `${usado.posto_id} · ${usado.posto}`,
    uso: porcento(usado.uso.taxa_ocupacao, 1),
  });
}
