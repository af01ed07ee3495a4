// The points in words: filters that are part of the address, so that a link shows what was seen, and a list.

import { instanteDe, noRelogio } from '/comum/fuso.js';
import { campo, el, encher, escolha, escolher, escrever, ocupado, simples } from './dom.js';
import { dinheiro, duracao, janela, noLugar, numero, plural, t } from './idioma.js';
import { serve } from './carga.js';
import { avisoDeErro } from './erros.js';
import { favoritosGuardados, guardado } from './guardado.js';
import { distancia, esquecerOnde, onde as ondeEstou, procurar } from './perto.js';
import { chaveDe, conectores, estadoDe, fusoDaMaioria, livreEm, nomeDoOperador, onde, operadores, situacao, todos, verAgenda } from './postos.js';

const FILTROS = ['cidade', 'operador', 'conector', 'potencia', 'preco', 'livre', 'de', 'por', 'favoritos', 'serve'];
/** Those that are ticked, and what the address says then. */
const MARCAS = ['favoritos', 'serve'];
const MARCADO = 'sim';
const POTENCIAS = ['22', '50', '100'];
const MINUTO = 60_000;
/** So many rows come at once: a list that nobody reads to its end costs a telephone seconds. */
const PORCAO = 100;

const linhas = new Map();
let controles = {};
let lista;
let contagem;
let outros;
/** How many rows may be seen, of which list, and what is in it. */
let visiveis = PORCAO;
let pedida = '';
let atuais = [];
let filtrosAtuais = {};
let recado;
let mais;
let camposDaJanela;
let aoFiltrar;

/**
 * @param escolher called with the key of a point
 * @param filtrar called when a filter has changed
 * @param ordenar called when the order has changed: with where the driver is, or with null
 */
export function criarLista(raiz, filtros, { escolher, filtrar, recarregar, ordenar }) {
  aoFiltrar = filtrar;
  const texto = (nome, atributos) => el('input', { name: nome, value: filtros[nome] ?? '', ...atributos });
  controles = {
    cidade: texto('cidade', { type: 'search', placeholder: t('filtro.cidade.exemplo'), autocomplete: 'off', maxlength: 60 }),
    operador: el('select', { name: 'operador' }),
    conector: el('select', { name: 'conector' }),
    potencia: escolha([['', t('filtro.qualquer')], ...POTENCIAS.map((kw) => [kw, t('filtro.potencia.de', { kw })])], filtros.potencia, { name: 'potencia' }),
    preco: texto('preco', { type: 'number', min: 0, max: 100, step: '0.1', inputmode: 'decimal' }),
    livre: escolha([['', t('filtro.livre.tanto')], ['agora', t('filtro.livre.agora')], ['janela', t('filtro.livre.janela')]], filtros.livre, { name: 'livre' }),
    de: texto('de', { type: 'datetime-local' }),
    por: escolha([['30', '30 min'], ['60', '1 h'], ['120', '2 h'], ['240', '4 h']], '60', { name: 'por' }),
  };
  const marcas = MARCAS.map((nome) => {
    controles[nome] = el('input', { type: 'checkbox', name: nome, id: `filtro-${nome}`, value: MARCADO, checked: filtros[nome] === MARCADO });
    return el('div', { class: 'marcar', hidden: true }, controles[nome], el('label', { for: controles[nome].id }, t(`filtro.${nome}`)));
  });
  escolherDuracao(filtros);
  opcoes(filtros);
  camposDaJanela = el('div', { class: 'campos inteiro', hidden: filtros.livre !== 'janela' }, campo(t('filtro.de'), controles.de, { dica: t('filtro.de.dica') }), campo(t('filtro.por'), controles.por));
  controles.livre.addEventListener('change', () => {
    camposDaJanela.hidden = controles.livre.value !== 'janela';
    if (!camposDaJanela.hidden && !controles.de.value) {
      controles.de.value = noRelogio(Math.ceil(Date.now() / (30 * MINUTO)) * 30 * MINUTO, fusoDaMaioria());
      aoFiltrar(lerFiltros());
    }
  });
  mais = el(
    'details',
    { class: 'filtros-mais', open: FILTROS.slice(1, 5).some((nome) => filtros[nome]) },
    el('summary', null, t('filtro.mais')),
    el(
      'div',
      { class: 'campos' },
      campo(t('filtro.operador'), controles.operador),
      campo(t('filtro.conector'), controles.conector),
      campo(t('filtro.potencia'), controles.potencia),
      campo(t('filtro.preco'), controles.preco),
    ),
    el('button', { type: 'button', class: 'botao discreto pequeno', click: limpar }, t('filtro.limpar')),
  );
  const formulario = el(
    'form',
    { class: 'filtros', role: 'search', 'aria-label': t('filtro.titulo'), submit: (evento) => evento.preventDefault() },
    el('div', { class: 'campos' }, campo(t('filtro.cidade'), controles.cidade), campo(t('filtro.livre'), controles.livre)),
    camposDaJanela,
    pertoDeMim(ordenar),
    marcas,
    mais,
  );
  formulario.addEventListener('input', () => aoFiltrar(lerFiltros()));
  contagem = el('p', { class: 'contagem', role: 'status' });
  recado = el('div', { class: 'recado', role: 'status' });
  lista = el('ul', { class: 'lista postos', id: 'lista-postos' });
  lista.addEventListener('click', (evento) => {
    const linha = evento.target.closest('[data-posto]');
    if (linha) {
      escolher(linha.dataset.posto);
    }
  });
  outros = el('button', { type: 'button', class: 'botao largo', hidden: true, click: mostrarOutros }, t('postos.mais'));
  encher(raiz, el('h1', { class: 'titulo-visao', id: 'titulo-postos' }, t('postos.titulo')), formulario, recado, contagem, lista, outros);
  raiz.addEventListener('recarregar', recarregar);

  function limpar() {
    escreverFiltros({});
    aoFiltrar(lerFiltros());
    controles.cidade.focus();
  }
}

/** Orders the points by how far they are; where the driver is gets into no address. */
function pertoDeMim(ordenar) {
  const botao = el('button', { type: 'button', class: 'botao pequeno', id: 'perto', 'aria-pressed': 'false' }, t('perto.botao'));
  const recadoDoLugar = el('span', { class: 'suave pequeno', role: 'status' });
  botao.addEventListener('click', () =>
    ocupado(botao, async () => {
      let porque = null;
      if (ondeEstou()) {
        esquecerOnde();
      } else {
        escrever(recadoDoLugar, t('perto.procurando'));
        porque = await procurar();
      }
      const aqui = ondeEstou();
      botao.setAttribute('aria-pressed', String(aqui !== null));
      escrever(recadoDoLugar, porque ? t(`perto.${porque}`) : aqui ? t('perto.ordem') : '');
      ordenar(aqui);
    }),
  );
  return el('div', { class: 'linha' }, botao, recadoDoLugar);
}

/** Lets the controls say what the address says, where it has changed without them. */
export function escreverFiltros(filtros) {
  for (const nome of FILTROS) {
    if (MARCAS.includes(nome)) {
      controles[nome].checked = filtros[nome] === MARCADO;
    } else {
      controles[nome].value = filtros[nome] ?? '';
    }
  }
  escolherDuracao(filtros);
  opcoes(filtros);
  camposDaJanela.hidden = filtros.livre !== 'janela';
}

/** How long it is to be free: also as long as a link asks for. */
function escolherDuracao({ por = '60' }) {
  const minutos = Number(por);
  escolher(controles.por, minutos > 0 ? String(minutos) : '60', duracao(minutos));
}

/** The plugs of the driver's car, as far as this device remembers it. */
function pluguesDoCarro() {
  const { conectores } = guardado('carro') ?? {};
  return Array.isArray(conectores) ? conectores : [];
}

/** Operators and connectors are what there is, and what a link asks for; so is whether one may ask for one's own. */
function opcoes(filtros) {
  const ha = { favoritos: favoritosGuardados.todas().length > 0, serve: pluguesDoCarro().length > 0 };
  // whoever has just unticked one finds it where it was
  MARCAS.forEach((nome) => (controles[nome].parentElement.hidden = !ha[nome] && filtros[nome] !== MARCADO && controles[nome] !== document.activeElement));
  preencher(controles.operador, operadores(), filtros.operador, nomeDoOperador);
  preencher(controles.conector, conectores(), filtros.conector);
}

function preencher(select, valores, escolhido, nomear = (valor) => valor) {
  const todosOsValores = escolhido && !valores.includes(escolhido) ? [...valores, escolhido] : valores;
  const retrato = JSON.stringify(todosOsValores.map(nomear));
  if (select.dataset.retrato !== retrato) {
    select.dataset.retrato = retrato;
    encher(select, el('option', { value: '' }, t('filtro.todos')), todosOsValores.map((valor) => el('option', { value: valor }, nomear(valor))));
  }
  select.value = escolhido ?? '';
}

function lerFiltros() {
  const lidos = {};
  for (const nome of FILTROS) {
    const valor = MARCAS.includes(nome) && !controles[nome].checked ? '' : controles[nome].value.trim();
    if (valor && (controles.livre.value === 'janela' || (nome !== 'de' && nome !== 'por'))) {
      lidos[nome] = valor;
    }
  }
  return lidos;
}

export const NOMES_DOS_FILTROS = FILTROS;

/** The window that the filters ask for by the clocks of a zone, in ms; null: none. */
export function janelaDosFiltros(filtros, fuso) {
  const inicio = filtros.livre === 'janela' ? instanteDe(filtros.de, fuso) : Number.NaN;
  const minutos = Number(filtros.por ?? 60);
  return Number.isNaN(inicio) || !(minutos > 0) ? null : { inicio, fim: inicio + minutos * MINUTO };
}

/** The points that the filters leave, the nearest first if one knows where that is, else by city and name. */
export function filtrados(filtros) {
  const procurado = simples(filtros.cidade ?? '');
  const janelas = new Map();
  const janelaDe = ({ fuso }) => {
    if (!janelas.has(fuso)) {
      janelas.set(fuso, janelaDosFiltros(filtros, fuso));
    }
    return janelas.get(fuso);
  };
  if (filtros.livre === 'janela') {
    verAgenda();
  }
  const favoritos = filtros.favoritos === MARCADO && new Set(favoritosGuardados.todas().map(({ chave }) => chave));
  // of a car that is not known, nothing fits that one could say
  const carro = { conectores: filtros.serve === MARCADO ? pluguesDoCarro() : null };
  const restantes = todos().filter(
    (posto) =>
      (!procurado || simples(`${posto.cidade}/${posto.uf} ${posto.nome}`).includes(procurado)) &&
      (!favoritos || favoritos.has(chaveDe(posto))) &&
      serve(carro, posto.tipo_conector) &&
      (!filtros.operador || posto.server_id === filtros.operador) &&
      (!filtros.conector || posto.tipo_conector === filtros.conector) &&
      (!filtros.potencia || posto.potencia_maxima >= Number(filtros.potencia)) &&
      (!filtros.preco || posto.preco_kwh <= Number(filtros.preco)) &&
      (filtros.livre !== 'agora' || estadoDe(posto) === 'livre') &&
      livreNaJanela(posto, janelaDe(posto)),
  );
  return ondeEstou() ? porDistancia(restantes) : restantes;
}

function porDistancia(postos) {
  return postos
    .map((posto) => ({ posto, km: distancia(posto.lugar) ?? Infinity }))
    .sort((a, b) => maisPerto(a.km, b.km))
    .map(({ posto }) => posto);
}

function maisPerto(a, b) {
  return a === b ? 0 : a - b;
}

function livreNaJanela(posto, quando) {
  return !quando || livreEm(posto, quando.inicio, quando.fim);
}

/** The window that is asked for, by the clocks of these points. */
function janelaEmPalavras(postos, filtros) {
  const fusos = new Set(postos.map((posto) => posto.fuso));
  const fuso = fusos.size === 1 ? [...fusos][0] : fusoDaMaioria();
  const { inicio, fim } = janelaDosFiltros(filtros, fuso);
  const texto = janela(inicio, fim, fuso);
  return fusos.size > 1 ? t('filtro.horarioDeCada', { janela: texto }) : noLugar(texto, inicio, fuso);
}

/** The rows as far as they may be seen; those that are there already stay, so that nobody loses his place. */
function mostrarLinhas() {
  const ficam = new Set(atuais.slice(0, visiveis).map(linhaDe));
  for (const [chave, linha] of linhas) {
    if (!ficam.has(linha)) {
      linha.remove();
      linhas.delete(chave);
    }
  }
  let lugar = lista.firstElementChild;
  for (const linha of ficam) {
    if (linha === lugar) {
      lugar = lugar.nextElementSibling;
    } else {
      lista.insertBefore(linha, lugar);
    }
  }
  outros.hidden = ficam.size === atuais.length;
}

function mostrarOutros() {
  const primeiro = visiveis;
  visiveis += PORCAO;
  mostrarLinhas();
  contar();
  lista.children[primeiro].firstElementChild.focus();
}

/** Leads to the row of a point, also if that has not been seen yet; false: it is not in the list. */
export function focarNaLista(chave) {
  const indice = atuais.findIndex((posto) => chaveDe(posto) === chave);
  if (indice < 0) {
    return false;
  }
  if (indice >= visiveis) {
    visiveis = PORCAO * Math.ceil((indice + 1) / PORCAO);
    mostrarLinhas();
    contar();
  }
  lista.children[indice].firstElementChild.focus();
  return true;
}

/** How many points there are, of what, and how many of them may be seen. */
function contar() {
  const quando = janelaDosFiltros(filtrosAtuais, fusoDaMaioria());
  const de = quando ? janelaEmPalavras(atuais, filtrosAtuais) : plural('livres', atuais.filter((posto) => estadoDe(posto) === 'livre').length);
  const vistos = atuais.length > visiveis ? ` · ${t('postos.vistos', { n: numero(visiveis) })}` : '';
  escrever(contagem, situacao().carregado || atuais.length > 0 ? `${plural('postos', atuais.length)} · ${de}${vistos}` : t('carregando'));
}

/** Shows these points, the first portion of another list than before. */
export function mostrarLista(postos, filtros) {
  opcoes(filtros);
  const qual = JSON.stringify([filtros, ondeEstou()]);
  visiveis = qual === pedida ? visiveis : PORCAO;
  pedida = qual;
  atuais = postos;
  filtrosAtuais = filtros;
  mostrarLinhas();
  contar();
  const { carregado, falha, calados, fora } = situacao();
  const silencio = [...new Set([...fora, ...calados])];
  const estado = falha ? falha.codigo : `${silencio.map(nomeDoOperador).join()}|${postos.length === 0 && carregado}`;
  if (recado.dataset.estado !== estado) {
    recado.dataset.estado = estado;
    encher(
      recado,
      falha && avisoDeErro(falha, el('button', { type: 'button', class: 'botao pequeno', click: () => recado.dispatchEvent(new Event('recarregar', { bubbles: true })) }, t('tentar'))),
      !falha && silencio.length > 0 && el('div', { class: 'aviso atencao' }, el('p', null, t('postos.fora', { nomes: silencio.map(nomeDoOperador).join(', ') }))),
      !falha && carregado && postos.length === 0 && el('div', { class: 'aviso' }, el('p', null, t('postos.nenhum'))),
    );
  }
}

function linhaDe(posto) {
  const chave = chaveDe(posto);
  const estado = estadoDe(posto);
  const km = distancia(posto.lugar);
  const longe = km === null ? '' : `${numero(km, km < 10 ? 1 : 0)} km`;
  const retrato = [estado, posto.nome, posto.cidade, posto.uf, posto.potencia_maxima, posto.tipo_conector, posto.preco_kwh, longe].join('|');
  let linha = linhas.get(chave);
  if (!linha) {
    linha = el('li');
    linhas.set(chave, linha);
  }
  if (linha.dataset.retrato !== retrato) {
    const focado = linha.contains(document.activeElement);
    linha.dataset.retrato = retrato;
    linha.dataset.estado = estado;
    encher(
      linha,
      el(
        'button',
        { type: 'button', class: 'posto', 'data-posto': chave },
        el('span', { class: 'posto-nome' }, posto.nome),
        el('span', { class: `etiqueta ${estado}` }, t(`estado.${estado}`)),
        el('span', { class: 'posto-onde' }, onde(posto)),
        el(
          'span',
          { class: 'posto-como numero' },
          el('b', null, `${numero(posto.potencia_maxima, 1)} kW`),
          el('span', null, posto.tipo_conector),
          el('span', null, `${dinheiro(posto.preco_kwh)}/kWh`),
          longe && el('span', { class: 'longe' }, longe),
        ),
      ),
    );
    if (focado) {
      linha.firstElementChild.focus();
    }
  }
  return linha;
}
