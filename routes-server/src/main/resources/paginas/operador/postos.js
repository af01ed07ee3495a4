// The points: a table that sorts, filters and refreshes itself, with the switch of each one's maintenance.

import { aoApertar } from './acoes.js';
import { lerAberto, podeAdministrar, podeOperar } from './api.js';
import { el, escrever, por, simples, sincronizar } from './dom.js';
import { folga, fusoDe, numero, reais } from './formato.js';
import { lingua, t } from './textos.js';

const COLUNAS = [
  { nome: 'numero', valor: (posto) => posto.id, classe: 'curta' },
  { nome: 'nome', valor: (posto) => posto.nome },
  { nome: 'cidade', valor: (posto) => `${posto.cidade}/${posto.uf}` },
  { nome: 'conector', valor: (posto) => posto.tipo_conector },
  { nome: 'potencia', valor: (posto) => posto.potencia_maxima, texto: (posto) => `${numero(posto.potencia_maxima, 1, 0)} kW`, classe: 'direita' },
  { nome: 'preco', valor: (posto) => posto.preco_kwh, texto: (posto) => `${reais(posto.preco_kwh)}/kWh`, classe: 'direita' },
  { nome: 'estado', valor: (posto) => ESTADOS.indexOf(estado(posto)) },
  { nome: 'proxima', valor: (posto) => Date.parse(posto.proxima_janela?.inicio ?? NUNCA), texto: folga },
];

/** After all that a point may be waited for. */
const NUNCA = '9999-12-31T00:00:00Z';

/** In the order in which they are sorted. */
const ESTADOS = ['livre', 'ocupado', 'indisponivel', 'manutencao'];

/** So many rows come at once. */
const PORCAO = 100;

let postos = [];
/** At which points a car charges now; null: whoever has not come in is not told. */
let carregando = null;
/** How often this page has switched a point. */
let trocas = 0;
let filtro = '';
let ordem = { coluna: 'numero', sobe: true };
/** How many rows may be seen, and of which list. */
let visiveis = PORCAO;
let pedida = '';
/** What a row's buttons do with the number of its point. */
let aoGerir = null;
let aoAlternar = null;

/** A car leaves a point some time; one that has no gap in all the days one looks at is switched off, or as good as that. */
function estado(posto) {
  if (posto.em_manutencao) {
    return 'manutencao';
  }
  if (posto.disponivel) {
    return 'livre';
  }
  return posto.proxima_janela ? 'ocupado' : 'indisponivel';
}

export async function lerPostos() {
  const antes = trocas;
  const lidos = (await lerAberto('/pontos')).postos;
  // what was read before a switch may have come after it
  if (antes === trocas) {
    postos = lidos;
    mostrarPostos();
  }
}

/** @param ids those at which a car charges now; null: it is not known any more */
export function marcarCarregando(ids) {
  carregando = ids;
  mostrarPostos();
}

/** What is said of the state: of a point that is taken also by what, where that is known. */
function estadoEmPalavras(posto) {
  const qual = estado(posto);
  if (qual !== 'ocupado' || carregando === null) {
    return t(qual);
  }
  return t(carregando.has(posto.id) ? 'ocupadoCarregando' : 'ocupadoReservado');
}

/** Reads them again after this page has changed them. */
export function relerPostos() {
  trocas++;
  return lerPostos();
}

/** Shows a point as the answer to its change has it. */
export function trocarPosto(mudado) {
  trocas++;
  postos = postos.map((posto) => (posto.id === mudado.id ? mudado : posto));
  mostrarPostos();
}

export function todosOsPostos() {
  return postos;
}

/** A point; undefined if it is not in the list. */
export function postoDe(id) {
  return postos.find((posto) => posto.id === id);
}

/** Degrees, some hundred metres: what is not further away is the same place. */
const AO_LADO = 0.001;

/** The points that a reservation may have instead of its own: at the same place, with the plug and the power that it reserved. */
export function aoLado({ posto_id: id, termos = {} }) {
  const seu = postoDe(id);
  const graus = (posto) => posto.localizacao.split(',').map(Number);
  return postos.filter((posto) => seu && posto.id !== id
    && graus(posto).every((grau, i) => Math.abs(grau - graus(seu)[i]) <= AO_LADO)
    && posto.tipo_conector === (termos.tipo_conector ?? seu.tipo_conector)
    && posto.potencia_maxima >= (termos.potencia_maxima ?? seu.potencia_maxima));
}

/** The zones in which there are points; without any, the server's. */
export function fusosDosPostos() {
  return [...new Set(postos.length > 0 ? postos.map(fusoDe) : [fusoDe({})])];
}

/** The zone of a point. */
export function fusoDoPosto(id) {
  return fusoDe(postoDe(id) ?? {});
}

/** @param gerir what everything that may be done with a point is offered by @param alternar switches its maintenance */
export function prepararPostos({ gerir, alternar }) {
  aoGerir = gerir;
  aoAlternar = alternar;
  por('procura').addEventListener('input', mostrarPostos);
  por('conector').addEventListener('change', mostrarPostos);
  por('ordem').addEventListener('change', () => ordenar(por('ordem').value, true));
  por('mais-postos').addEventListener('click', mostrarOutros);
  escreverPostos();
}

/** Everything that depends on the language. */
export function escreverPostos() {
  const cabeca = por('tabela-postos').tHead.rows[0];
  cabeca.replaceChildren(...COLUNAS.map(cabecalho), el('th', { scope: 'col', role: 'columnheader' }, t('emManutencao')), el('th', { scope: 'col', role: 'columnheader' }, t('acoes')));
  por('ordem').replaceChildren(...COLUNAS.map((coluna) => el('option', { value: coluna.nome }, t(coluna.nome))));
  por('estados').replaceChildren(...['', ...ESTADOS].map(botaoDeEstado));
  por('tabela-postos').tBodies[0].replaceChildren();
  mostrarPostos();
}

function cabecalho(coluna) {
  const botao = el('button', { type: 'button', class: 'ordenador' }, t(coluna.nome));
  botao.addEventListener('click', () => ordenar(coluna.nome, ordem.coluna !== coluna.nome || !ordem.sobe));
  return el('th', { scope: 'col', role: 'columnheader', class: coluna.classe, 'data-coluna': coluna.nome }, botao);
}

function mostrarOutros() {
  const primeiro = visiveis;
  visiveis += PORCAO;
  mostrarPostos();
  por('tabela-postos').tBodies[0].rows[primeiro].querySelector('button:not(:disabled)').focus();
}

function ordenar(coluna, sobe) {
  ordem = { coluna, sobe };
  mostrarPostos();
}

function botaoDeEstado(qual) {
  const nome = qual === '' ? 'filtroTodos' : `filtro${qual[0].toUpperCase()}${qual.slice(1)}`;
  const botao = el(
    'button',
    { type: 'button', class: 'estado', 'data-estado': qual },
    el('span', { class: `sinal ${qual || 'nenhum'}`, 'aria-hidden': 'true' }),
    el('span', { class: 'estado-nome' }, t(nome)),
    el('b', { class: 'numero' }),
  );
  botao.addEventListener('click', () => {
    filtro = qual;
    mostrarPostos();
  });
  return botao;
}

/** Also when who has come in may do something else. */
export function mostrarPostos() {
  for (const botao of document.querySelectorAll('[data-administra]')) {
    botao.hidden = !podeAdministrar();
  }
  const quantos = { '': postos.length };
  for (const posto of postos) {
    quantos[estado(posto)] = (quantos[estado(posto)] ?? 0) + 1;
  }
  for (const botao of por('estados').children) {
    const qual = botao.dataset.estado;
    botao.setAttribute('aria-pressed', String(qual === filtro));
    escrever(botao.querySelector('b'), String(quantos[qual] ?? 0));
  }
  escreverConectores();
  const coluna = COLUNAS.find((uma) => uma.nome === ordem.coluna);
  for (const th of por('tabela-postos').tHead.rows[0].cells) {
    if (th.dataset.coluna === ordem.coluna) {
      th.setAttribute('aria-sort', ordem.sobe ? 'ascending' : 'descending');
    } else {
      th.removeAttribute('aria-sort');
    }
  }
  por('ordem').value = ordem.coluna;
  const procurado = simples(por('procura').value.trim());
  const conector = por('conector').value;
  const qual = JSON.stringify([filtro, conector, procurado, ordem]);
  visiveis = qual === pedida ? visiveis : PORCAO;
  pedida = qual;
  const alfabeto = new Intl.Collator(lingua());
  const comparar = (a, b) => (typeof a === 'number' ? a - b : alfabeto.compare(a, b));
  const mostrados = postos
    .filter((posto) => filtro === '' || estado(posto) === filtro)
    .filter((posto) => conector === '' || posto.tipo_conector === conector)
    .filter((posto) => procurado === '' || simples(`${posto.id} ${posto.nome} ${posto.cidade} ${posto.uf}`).includes(procurado))
    .sort((a, b) => comparar(coluna.valor(a), coluna.valor(b)) * (ordem.sobe ? 1 : -1) || a.id - b.id);
  // whoever has just changed a point, and by that its place, does not lose it
  const focado = document.activeElement.closest('#tabela-postos tbody tr')?.dataset.chave;
  const vistos = mostrados.filter((posto, indice) => indice < visiveis || String(posto.id) === focado);
  sincronizar(por('tabela-postos').tBodies[0], vistos, (posto) => posto.id, criarLinha, atualizarLinha);
  por('mais-postos').hidden = mostrados.length <= visiveis;
  escrever(por('contagem-postos'), mostrados.length > visiveis ? t('postosVistos', { vistos: numero(visiveis, 0, 0), todos: numero(mostrados.length, 0, 0) }) : '');
  por('sem-postos').hidden = mostrados.length > 0 || postos.length === 0;
}

function escreverConectores() {
  const escolhido = por('conector').value;
  const todos = [...new Set(postos.map((posto) => posto.tipo_conector))].sort();
  if (por('conector').options.length !== todos.length + 1) {
    por('conector').replaceChildren(por('conector').options[0], ...todos.map((tipo) => el('option', { value: tipo }, tipo)));
    por('conector').value = todos.includes(escolhido) ? escolhido : '';
  }
}

function criarLinha(posto) {
  const celulas = COLUNAS.map((coluna) => el(
    coluna.nome === 'nome' ? 'th' : 'td',
    coluna.nome === 'nome'
      ? { scope: 'row', role: 'rowheader', 'data-coluna': coluna.nome }
      : { role: 'cell', class: coluna.classe, 'data-rotulo': t(coluna.nome), 'data-coluna': coluna.nome },
  ));
  const interruptor = el('button', { type: 'button', role: 'switch', class: 'interruptor' }, el('span', { class: 'trilho', 'aria-hidden': 'true' }), el('span', { class: 'interruptor-texto' }));
  aoApertar(interruptor, () => aoAlternar(posto.id));
  const gestao = el('button', { type: 'button', class: 'botao pequeno', 'data-acao': 'gerir' }, t('gerir'));
  aoApertar(gestao, () => aoGerir(posto.id));
  return el(
    'tr',
    { role: 'row' },
    ...celulas,
    el('td', { role: 'cell', 'data-rotulo': t('emManutencao'), 'data-coluna': 'manutencao' }, interruptor),
    el('td', { role: 'cell', 'data-rotulo': t('acoes'), 'data-coluna': 'acoes' }, gestao),
  );
}

function atualizarLinha(linha, posto) {
  COLUNAS.forEach((coluna, i) => {
    if (coluna.nome === 'estado') {
      const qual = estado(posto);
      const texto = estadoEmPalavras(posto);
      if (linha.dataset.estado !== texto) {
        linha.cells[i].replaceChildren(el('span', { class: `etiqueta ${qual}` }, texto));
        linha.dataset.estado = texto;
      }
    } else {
      escrever(linha.cells[i], String((coluna.texto ?? coluna.valor)(posto)));
    }
  });
  const interruptor = linha.querySelector('.interruptor');
  interruptor.setAttribute('aria-checked', String(posto.em_manutencao));
  interruptor.setAttribute('aria-label', t('interruptor', posto));
  interruptor.disabled = !podeOperar();
  interruptor.title = podeOperar() ? '' : t('SEM_PAPEL');
  escrever(interruptor.lastElementChild, t(posto.em_manutencao ? 'ligado' : 'desligado'));
  linha.querySelector('[data-acao="gerir"]').setAttribute('aria-label', t('gerirRotulo', posto));
}
