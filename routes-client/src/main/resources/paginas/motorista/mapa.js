// The map: outlines of the states, so that it needs nobody else, and streets if whoever runs this says from where. What it shows, the
// list says in words.

import { pedir } from './api.js';
import { el, encher, simples } from './dom.js';
import estados from './estados.js';
import { grade } from './grade.js';
import { numero, plural, t } from './idioma.js';
import { buscar, chaveDe, cidades, coordenadas, estadoDe } from './postos.js';

const L = window.L;
/** Points nearer to each other than this, in pixels, become one; the second, where one sees single streets. */
const PERTO = 34;
const PERTO_NA_RUA = 14;
/** Marks that have to be told apart are at least so far from each other. */
const AFASTADAS = 28;
/** Without streets there is nothing more to be seen than up to here. */
const ZOOM_SEM_RUAS = 15;
const ZOOM_DE_UM = 12;
/** So many of the nearest points are seen at once. */
const PROXIMOS = 5;
/** The classes of names. */
const CIDADE = 'mapa-cidade';
const ESTADO = 'mapa-nome-estado';
/** Half of what the sign of a plan, or of where the driver is, takes; px. */
const RAIO_DO_SINAL = 16;
/** px: what lies on the map is not much larger. */
const LADO_DAS_CAIXAS = 64;
/** So many of the points of one place are listed at once. */
const JUNTOS = 100;
/** Room for the marks, and for what lies over the map at its top. */
const MARGEM = { paddingTopLeft: [30, 58], paddingBottomRight: [60, 30] };
const MARGEM_ESTREITA = { paddingTopLeft: [40, 22], paddingBottomRight: [90, 26] };
const BRASIL = L.latLngBounds(estados.flatMap((estado) => estado.poligonos.flat(2)));
/** A straight line on the map stands for a road that is so much longer, as in the planner. */
const FATOR_ESTRADA = 1.2;
const SETAS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MOVIMENTO = !matchMedia('(prefers-reduced-motion: reduce)').matches;

let mapa;
let camadaPostos;
let camadaNomes;
let camadaPlano;
let aoEscolher;
let aoClicar = null;
let mostrados = [];
let escolhido = null;
/** What the map has been moved to already: the points that a filter leaves, and one point. */
let filtrado = null;
let visto = null;
let filtroAtual = '';
let doPlano = new Set();
/** The points that become one mark each, at a scale and wherever they are: {zoom, grupos}; null: to be found anew. */
let agrupados = null;
/** The part of the map of which the marks are drawn, in its pixels, and the groups for which they are. */
let desenhada = null;
let desenhados = null;
/** What is drawn of the points, by its identity. */
const marcas = new Map();
const contornos = new Map();
/** The points that are listed because no scale tells them apart, and where; null: none. */
let listados = null;
/** How many of them may be seen. */
let juntosVisiveis = 0;
let lista;
let camadaAqui;
/** Where the driver is, as far as he wants to see what is near. */
let aqui = null;
const lembrados = new Map();
let limites = BRASIL;
/** The one mark that the tab key reaches; from there the arrows lead to the others. */
let alcancavel = null;

export function criarMapa(elemento, escolher) {
  aoEscolher = escolher;
  mapa = L.map(elemento, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 3,
    maxZoom: ZOOM_SEM_RUAS,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 90,
    maxBounds: limites.pad(0.15),
    maxBoundsViscosity: 0.8,
    zoomAnimation: MOVIMENTO,
    fadeAnimation: MOVIMENTO,
    markerZoomAnimation: MOVIMENTO,
  });
  mapa.fitBounds(BRASIL, { animate: false });
  L.control.zoom({ position: 'bottomright', zoomInTitle: t('mapa.aproximar'), zoomOutTitle: t('mapa.afastar') }).addTo(mapa);
  L.control.attribution({ position: 'bottomleft', prefix: false }).addAttribution(t('mapa.fonte')).addTo(mapa);
  L.control.scale({ position: 'bottomleft', imperial: false }).addTo(mapa);
  desenharContornos();
  camadaPlano = L.layerGroup().addTo(mapa);
  camadaNomes = L.layerGroup().addTo(mapa);
  camadaAqui = L.layerGroup().addTo(mapa);
  camadaPostos = L.layerGroup().addTo(mapa);
  lista = el('div', { class: 'juntos cartao', role: 'dialog', 'aria-labelledby': 'titulo-juntos', hidden: true });
  lista.addEventListener('keydown', ({ key }) => key === 'Escape' && fecharLista());
  elemento.after(lista);
  mapa.on('moveend', desenhar);
  mapa.on('move', desenharAdiante);
  elemento.addEventListener('keydown', teclar);
  elemento.addEventListener('focusin', ({ target }) => alcancar(marcas.get(target.dataset.marca)));
  mapa.on('click', (evento) => {
    fecharLista();
    aoClicar?.(evento.latlng);
  });
  new ResizeObserver(() => {
    mapa.invalidateSize({ animate: false });
    mover();
  }).observe(elemento);
  ruas();
}

function desenharContornos() {
  for (const { uf, poligonos } of estados) {
    contornos.set(uf, L.polygon(poligonos, { className: 'mapa-estado', interactive: false, smoothFactor: 0.6, weight: 1 }).addTo(mapa));
  }
}

/** Leaflet's own layer of tiles takes them back by a data: URL, which the policy of the page does not let in. */
const Ruas = L.GridLayer.extend({
  createTile({ x, y, z }, pronto) {
    // whoever gives them may want to know for which page, but need not know what is looked at in it
    const imagem = el('img', { alt: '', referrerpolicy: 'strict-origin' });
    imagem.addEventListener('load', () => pronto(null, imagem));
    imagem.addEventListener('error', () => pronto(new Error(imagem.src), imagem));
    imagem.src = L.Util.template(this.options.ladrilhos, { x, y, z, s: 'abc'[(x + y) % 3] });
    return imagem;
  },
});

/** Streets below the outlines, if there are any here. */
async function ruas() {
  let mapaDaqui;
  try {
    mapaDaqui = await pedir('GET', '/pagina/mapa.json');
  } catch (semResposta) {
    return;
  }
  const { ladrilhos, fonte, zoom_maximo: zoomMaximo } = mapaDaqui;
  if (ladrilhos) {
    new Ruas({ ladrilhos, maxZoom: zoomMaximo }).addTo(mapa);
    mapa.setMaxZoom(zoomMaximo);
    mapa.attributionControl.addAttribution(el('span', null, fonte).innerHTML);
    mapa.getContainer().classList.add('com-ruas');
  }
}

/** Shows these points; the chosen one stands out, and the map goes to it, or to what another filter has left. */
export function mostrarPostos(postos, chaveEscolhida, filtro) {
  const comLugar = postos.filter((posto) => posto.lugar);
  const outros = comLugar.length !== mostrados.length || comLugar.some((posto, indice) => posto.lugar !== mostrados[indice].lugar);
  mostrados = comLugar;
  if (outros || chaveEscolhida !== escolhido) {
    agrupados = null;
  }
  escolhido = chaveEscolhida;
  filtroAtual = filtro;
  if (outros) {
    alargar();
  }
  realcar();
  mover();
  desenhar();
}

/** States with points stand out, also if a filter leaves none of them. */
function realcar() {
  const ufs = new Set(cidades().map((cidade) => cidade.uf));
  for (const [uf, contorno] of contornos) {
    contorno.getElement().classList.toggle('nucleo', ufs.has(uf));
  }
}

/** The map goes as far as there are points, whatever their operators say of where they are. */
function alargar() {
  const antes = limites;
  limites = mostrados.reduce((todas, posto) => (todas.contains(posto.lugar) ? todas : L.latLngBounds([posto.lugar, todas.getSouthWest(), todas.getNorthEast()])), antes);
  if (limites !== antes) {
    mapa.setMaxBounds(limites.pad(0.15));
  }
}

/** Goes, once, to what is asked for: a point as soon as it is known where it is, else all that the filters leave. */
function mover() {
  if (mapa.getSize().y < 50) {
    // nobody sees it, and nothing fits into it
    return;
  }
  const primeira = filtrado === null && visto === null;
  if (!escolhido) {
    visto = null;
    // a plan is where it is
    if (filtroAtual !== filtrado && mostrados.length > 0 && camadaPlano.getLayers().length === 0) {
      filtrado = filtroAtual;
      if (aqui) {
        enquadrarAqui(mostrados);
      } else {
        enquadrar(mostrados.map((posto) => posto.lugar), { maxZoom: ZOOM_DE_UM, animate: MOVIMENTO && !primeira });
      }
    }
    return;
  }
  const posto = mostrados.find((outro) => chaveDe(outro) === escolhido);
  if (posto && visto !== escolhido) {
    visto = escolhido;
    mapa.setView(posto.lugar, Math.max(mapa.getZoom(), ZOOM_DE_UM), { animate: MOVIMENTO && !primeira });
  }
}

/** The whole of what is shown. */
export function verTudo() {
  enquadrar(mostrados.map((posto) => posto.lugar), { maxZoom: ZOOM_DE_UM });
}

/** The driver, and the nearest of these points, which come first. */
function enquadrarAqui(postos) {
  const proximos = postos.filter((posto) => posto.lugar).slice(0, PROXIMOS);
  enquadrar([aqui, ...proximos.map((posto) => posto.lugar)], { maxZoom: ZOOM_DE_UM + 1 });
}

/** Where the driver is, with the points in their order from there; null: nobody knows any more. */
export function mostrarAqui(lugar, postos) {
  camadaAqui.clearLayers();
  aqui = lugar;
  if (lugar) {
    const icone = L.divIcon({ className: 'mapa-icone', html: el('span', { class: 'aqui', role: 'img', 'aria-label': t('mapa.aqui') }), iconSize: [22, 22] });
    L.marker(lugar, { icon: icone, interactive: false, keyboard: false, zIndexOffset: -100 }).addTo(camadaAqui);
    enquadrarAqui(postos);
  }
  redesenhar();
}

/** The next click on the map is a place, for whoever asked; null: it is nothing. */
export function esperarClique(ouvinte) {
  aoClicar = ouvinte;
  mapa.getContainer().classList.toggle('mirando', ouvinte !== null);
}

function grupos() {
  const zoom = mapa.getZoom();
  if (agrupados?.zoom !== zoom) {
    agrupados = { zoom, grupos: agrupar(zoom) };
  }
  return agrupados.grupos;
}

/** Each with the places of its points in what is shown; how they stand changes more often than where. */
function agrupar(zoom) {
  const perto = zoom >= 13 ? PERTO_NA_RUA : PERTO;
  const tamanhos = new Map(cidades().map((cidade) => [cidade.chave, cidade.n]));
  // the chosen one and a trip's stops stay by themselves; of the others, those in large cities gather the rest
  const ordem = mostrados
    .map((posto, qual) => ({ qual, so: sozinho(posto), tamanho: tamanhos.get(`${posto.cidade}/${posto.uf}`) ?? 0, ponto: mapa.project(posto.lugar, zoom) }))
    .sort((a, b) => b.so - a.so || b.tamanho - a.tamanho);
  const achados = [];
  const vizinhos = grade(perto);
  for (const { qual, so, ponto } of ordem) {
    const { x, y } = ponto;
    const grupo = so ? null : vizinhos.em([x - perto, y - perto, x + perto, y + perto]).reduce((primeiro, outro) => (outro.ponto.distanceTo(ponto) < perto && !(primeiro?.n < outro.n) ? outro : primeiro), null);
    if (grupo) {
      grupo.quais.push(qual);
      continue;
    }
    const novo = { n: achados.length, so, ponto, lugar: mostrados[qual].lugar, quais: [qual] };
    achados.push(novo);
    if (!so) {
      vizinhos.por([x, y, x, y], novo);
    }
  }
  afastar(achados, zoom);
  return achados;
}

/** What would lie under a mark that stays by itself is moved aside, so that it can be seen and pressed. */
function afastar(achados, zoom) {
  const fixos = achados.filter((grupo) => grupo.so);
  for (const grupo of achados) {
    for (const fixo of fixos) {
      const longe = fixo.ponto.distanceTo(grupo.ponto);
      if (fixo.n < grupo.n && longe < AFASTADAS) {
        const rumo = longe > 1 ? grupo.ponto.subtract(fixo.ponto).divideBy(longe) : L.point(1, 0);
        grupo.ponto = fixo.ponto.add(rumo.multiplyBy(AFASTADAS));
        grupo.lugar = mapa.unproject(grupo.ponto, zoom);
      }
    }
  }
}

function sozinho(posto) {
  const chave = chaveDe(posto);
  return chave === escolhido || doPlano.has(chave);
}

/** Marks that stay are kept, so that nobody loses the one where he is; those that are far from what one sees are not drawn. */
function desenhar() {
  const vista = mapa.getPixelBounds();
  const todos = grupos();
  const outros = desenhados !== todos;
  const outraParte = outros || !desenhada.contains(vista);
  desenhada = outraParte ? vista.pad(0.5) : desenhada;
  desenhados = todos;
  const focada = document.activeElement?.dataset?.marca;
  const ficam = new Map(todos.filter((grupo) => desenhada.contains(grupo.ponto) || (focada && identidade(grupo) === focada)).map((grupo) => [identidade(grupo), grupo]));
  for (const [qual, marca] of marcas) {
    if (!ficam.has(qual)) {
      camadaPostos.removeLayer(marca.marcador);
      marcas.delete(qual);
    }
  }
  for (const [qual, grupo] of ficam) {
    mostrarMarca(qual, grupo);
  }
  const onde = alcancavel?.grupo.lugar ?? mapa.getCenter();
  alcancar(marcas.get(alcancavel?.qual) ?? marcaMaisPerto(onde));
  if (outraParte) {
    nomear([...ficam.values()]);
  }
  listar();
  // last, as the map may move to what has the focus, and this is drawn again
  if (focada && !marcas.has(focada)) {
    alcancavel?.marcador.getElement()?.focus();
  }
}

/** Also what is not where the points are has changed. */
function redesenhar() {
  agrupados = null;
  desenhar();
}

let adiante = false;

/** While the map is dragged, or moves by itself, beyond what is drawn of it. */
function desenharAdiante() {
  if (!adiante && agrupados?.zoom === mapa.getZoom() && desenhada?.contains(mapa.getPixelBounds()) === false) {
    adiante = true;
    requestAnimationFrame(() => {
      adiante = false;
      desenhar();
    });
  }
}

function primeiroDe(grupo) {
  return mostrados[grupo.quais[0]];
}

/** Of a group it is another one than that of its first point, which may come to stand alone. */
function identidade(grupo) {
  const chave = chaveDe(primeiroDe(grupo));
  return grupo.quais.length === 1 ? chave : `g${chave}`;
}

function mostrarMarca(qual, grupo) {
  grupo.postos = grupo.quais.map((indice) => mostrados[indice]);
  const retrato = grupo.postos.length === 1 ? retratoDoPosto(grupo.postos[0]) : retratoDoGrupo(grupo);
  const marca = marcas.get(qual) ?? { qual, marcador: novoMarcador(qual, grupo.lugar) };
  const assinatura = JSON.stringify([grupo.lugar, retrato.rotulo, retrato.acima]);
  marca.grupo = grupo;
  marcas.set(qual, marca);
  if (marca.assinatura !== assinatura) {
    marca.assinatura = assinatura;
    marca.marcador.setLatLng(grupo.lugar);
    marca.marcador.setZIndexOffset(retrato.acima);
    marca.marcador.setIcon(L.divIcon({ className: 'mapa-icone', html: retrato.sinal(), iconSize: [retrato.tamanho, retrato.tamanho] }));
    marca.marcador.getElement().setAttribute('aria-label', retrato.rotulo);
  }
  return marca;
}

function novoMarcador(qual, lugar) {
  const novo = L.marker(lugar, { icon: L.divIcon({ className: 'mapa-icone' }), keyboard: false, riseOnHover: true }).addTo(camadaPostos);
  const elemento = novo.getElement();
  elemento.setAttribute('role', 'button');
  elemento.tabIndex = -1;
  elemento.dataset.marca = qual;
  novo.on('click', () => abrir(marcas.get(qual).grupo));
  return novo;
}

function retratoDoPosto(posto) {
  const estado = estadoDe(posto);
  const este = chaveDe(posto) === escolhido;
  return {
    sinal: () => el('span', { class: `ponto ${estado}${este ? ' escolhido' : ''}` }),
    tamanho: 30,
    acima: este ? 1000 : 0,
    rotulo: `${posto.nome}, ${posto.cidade}: ${t(`estado.${estado}`)}`,
  };
}

function retratoDoGrupo(grupo) {
  const livres = grupo.postos.filter((posto) => estadoDe(posto) === 'livre').length;
  return {
    sinal: () => {
      const anel = el('span', { class: 'grupo' }, el('span', { class: 'grupo-n' }, numero(grupo.postos.length)));
      anel.style.setProperty('--livres', `${Math.round((livres / grupo.postos.length) * 100)}%`);
      return anel;
    },
    tamanho: 38,
    acima: 0,
    rotulo: `${cidadesDo(grupo)}: ${plural('postos', grupo.postos.length)}, ${plural('livres', livres)}`,
  };
}

/** Shows a point, goes near enough to a group to tell its points apart, or lists those that no scale does. */
function abrir(grupo) {
  if (grupo.postos.length === 1) {
    fecharLista();
    aoEscolher(chaveDe(grupo.postos[0]));
    return;
  }
  const maximo = mapa.getMaxZoom();
  const [primeiro, ...outros] = grupo.postos.map((posto) => mapa.project(posto.lugar, maximo));
  if (outros.every((ponto) => ponto.distanceTo(primeiro) < PERTO_NA_RUA)) {
    listados = grupo.postos.map(chaveDe);
    juntosVisiveis = JUNTOS;
    listar();
    lista.querySelector('button').focus();
    return;
  }
  const lugares = L.latLngBounds(grupo.postos.map((posto) => posto.lugar));
  const zoom = Math.min(maximo, Math.max(mapa.getZoom() + 1.5, mapa.getBoundsZoom(lugares, false, L.point(60, 60))));
  mapa.setView(lugares.getCenter(), zoom, { animate: MOVIMENTO });
}

/** The points of one place, as they stand now. */
function listar() {
  // by their keys: of a point that has changed there is another object, which is shown with the next frame
  const aindaMostrados = listados && new Set(mostrados.map(chaveDe));
  const todosJuntos = (listados ?? []).filter((chave) => aindaMostrados.has(chave)).map(buscar).filter(Boolean);
  const postos = todosJuntos.slice(0, juntosVisiveis);
  lista.hidden = postos.length === 0;
  const retrato = JSON.stringify([todosJuntos.length, ...postos.map((posto) => [chaveDe(posto), posto.nome, estadoDe(posto)])]);
  if (lista.hidden || lista.dataset.retrato === retrato) {
    return;
  }
  const focado = lista.contains(document.activeElement) && document.activeElement;
  lista.dataset.retrato = retrato;
  encher(
    lista,
    el('div', { class: 'cartao-titulo' }, el('h2', { id: 'titulo-juntos' }, t('mapa.juntos', { n: numero(todosJuntos.length) })), el('button', { type: 'button', class: 'botao discreto pequeno', click: fecharLista }, t('fechar'))),
    el(
      'ul',
      { class: 'lista' },
      postos.map((posto) =>
        el(
          'li',
          null,
          el('button', { type: 'button', class: 'junto', 'data-junto': chaveDe(posto), click: () => escolherJunto(posto) }, el('span', null, posto.nome), el('span', { class: `etiqueta ${estadoDe(posto)}` }, t(`estado.${estadoDe(posto)}`))),
        ),
      ),
    ),
    postos.length < todosJuntos.length && el('button', { type: 'button', class: 'botao largo', 'data-junto': '', click: listarOutros }, t('postos.mais')),
  );
  if (focado) {
    const outro = [...lista.querySelectorAll('[data-junto]')].find((botao) => botao.dataset.junto === focado.dataset.junto);
    (outro ?? lista.querySelector('button')).focus();
  }
}

function listarOutros() {
  const primeiro = juntosVisiveis;
  juntosVisiveis += JUNTOS;
  listar();
  lista.querySelectorAll('[data-junto]')[primeiro].focus();
}

function escolherJunto(posto) {
  listados = null;
  lista.hidden = true;
  aoEscolher(chaveDe(posto));
}

function fecharLista() {
  const focado = lista.contains(document.activeElement);
  listados = null;
  lista.hidden = true;
  if (focado) {
    alcancavel?.marcador.getElement()?.focus();
  }
}

function alcancar(marca) {
  if (marca && marca !== alcancavel) {
    const antes = alcancavel?.marcador.getElement();
    if (antes) {
      antes.tabIndex = -1;
    }
    alcancavel = marca;
  }
  if (marca) {
    marca.marcador.getElement().tabIndex = 0;
  }
}

/** Of the marks that are drawn; of all of them, where none is to be seen. */
function marcaMaisPerto(lugar) {
  const ponto = mapa.project(lugar);
  const candidatos = marcas.size > 0 ? [...marcas.values()].map((marca) => marca.grupo) : grupos();
  const daqui = (grupo) => ponto.distanceTo(grupo.ponto);
  return marcaDe(candidatos.reduce((melhor, grupo) => (melhor && daqui(melhor) <= daqui(grupo) ? melhor : grupo), null));
}

/** Its mark, also if it is far from what one sees; whoever comes to it with the keyboard takes the map along. */
function marcaDe(grupo) {
  const qual = grupo && identidade(grupo);
  return grupo && (marcas.get(qual) ?? mostrarMarca(qual, grupo));
}

/** Arrows lead from mark to mark; Enter and the space bar press them, as any button. */
function teclar(evento) {
  const marca = marcas.get(evento.target.dataset.marca);
  if (!marca || evento.altKey || evento.ctrlKey || evento.metaKey) {
    return;
  }
  if (evento.key === 'Enter' || evento.key === ' ') {
    evento.preventDefault();
    abrir(marca.grupo);
  } else if (evento.key in SETAS) {
    evento.preventDefault();
    vizinha(marca, SETAS[evento.key])?.marcador.getElement().focus();
  }
}

/** The nearest mark in a direction, where what lies aside counts as twice as far. */
function vizinha(marca, [dx, dy]) {
  let achada = null;
  let menor = Infinity;
  for (const grupo of grupos()) {
    const passo = grupo.ponto.subtract(marca.grupo.ponto);
    const adiante = passo.x * dx + passo.y * dy;
    const longe = adiante + 2 * Math.abs(passo.x * dy + passo.y * dx);
    if (adiante > 0 && longe < menor) {
      achada = grupo;
      menor = longe;
    }
  }
  return marcaDe(achada);
}

function cidadesDo(grupo) {
  const nomes = [...new Set(grupo.postos.map((posto) => posto.cidade))];
  return nomes.length > 2 ? `${nomes.slice(0, 2).join(', ')}…` : nomes.join(', ');
}

/** The name of the main city of each mark, where there is room for it; and of states while one sees them whole. */
function nomear(grupos) {
  camadaNomes.clearLayers();
  const zoom = mapa.getZoom();
  const dosEstados = zoom < 8.5 ? estados.map((estado) => ({ lugar: L.latLngBounds(estado.poligonos[0]).getCenter(), texto: zoom < 7.5 ? estado.uf : estado.nome })) : [];
  const medida = medir([...grupos.map((grupo) => [CIDADE, primeiroDe(grupo).cidade]), ...dosEstados.map(({ texto }) => [ESTADO, texto])]);
  const caixas = grade(LADO_DAS_CAIXAS);
  const tomar = (caixa) => caixas.por(caixa, caixa);
  const cabe = (caixa) => !caixas.em(caixa).some((outra) => cruza(caixa, outra));
  grupos.forEach((grupo) => tomar(emVolta(grupo.ponto, raioDe(grupo))));
  for (const camada of [camadaPlano, camadaAqui]) {
    camada.eachLayer((sinal) => sinal.getIcon && tomar(emVolta(mapa.project(sinal.getLatLng(), zoom), RAIO_DO_SINAL)));
  }
  const nomes = new Set();
  for (const grupo of [...grupos].sort((a, b) => b.quais.length - a.quais.length)) {
    const { x, y } = grupo.ponto;
    const { cidade } = primeiroDe(grupo);
    if (nomes.has(cidade)) {
      continue;
    }
    const [largura, altura] = medida(CIDADE, cidade);
    const [aoLado, acima] = [raioDe(grupo) + largura + 3, raioDe(grupo) + altura];
    const lugares = [{ x: x + aoLado, y }, { x: x - aoLado, y }, { x, y: y + acima }, { x, y: y - acima }];
    const onde = lugares.find((lugar) => cabe(emVolta(lugar, largura, altura)));
    if (onde) {
      tomar(emVolta(onde, largura, altura));
      nomes.add(cidade);
      nome(mapa.unproject(onde, zoom), cidade, CIDADE);
    }
  }
  for (const { lugar, texto } of dosEstados) {
    const caixa = emVolta(mapa.project(lugar, zoom), ...medida(ESTADO, texto));
    if (cabe(caixa)) {
      tomar(caixa);
      nome(lugar, texto, ESTADO);
    }
  }
}

/** Half of what a mark takes, with what is around it. */
function raioDe(grupo) {
  return grupo.quais.length > 1 || chaveDe(primeiroDe(grupo)) === escolhido ? 20 : 13;
}

/** Half of the width and of the height of names as they are written here; px, and one more, as what is on the map stands on whole ones. */
const medidas = new Map();
let letra = '';

/** @param nomes pairs of class and text; @return tells the measures of each */
function medir(nomes) {
  const { fontSize } = getComputedStyle(mapa.getContainer());
  if (fontSize !== letra) {
    letra = fontSize;
    medidas.clear();
  }
  const provas = new Map();
  for (const [classe, texto] of nomes) {
    const qual = `${classe} ${texto}`;
    if (!medidas.has(qual) && !provas.has(qual)) {
      provas.set(qual, el('div', { class: classe }, el('span', null, texto)));
    }
  }
  mapa.getContainer().append(...provas.values());
  provas.forEach((prova, qual) => {
    const { width, height } = prova.firstElementChild.getBoundingClientRect();
    medidas.set(qual, [width / 2 + 1, height / 2 + 1]);
  });
  provas.forEach((prova) => prova.remove());
  return (classe, texto) => medidas.get(`${classe} ${texto}`);
}

function emVolta({ x, y }, meiaLargura, meiaAltura = meiaLargura) {
  return [x - meiaLargura, y - meiaAltura, x + meiaLargura, y + meiaAltura];
}

function cruza(a, b) {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

function nome(lugar, texto, classe) {
  const icone = L.divIcon({
    className: classe,
    html: el('span', { 'aria-hidden': 'true' }, texto),
    iconSize: [0, 0],
  });
  L.marker(lugar, { icon: icone, interactive: false, keyboard: false, zIndexOffset: -2000 }).addTo(camadaNomes);
}

/** By its name, where a place is at which there are no points. */
export function lembrarLugar(nomeDoLugar, { latitude, longitude }) {
  const par = coordenadas(`${latitude},${longitude}`);
  if (par) {
    lembrados.set(simples(String(nomeDoLugar)), par);
  }
}

/** A place of a plan: "lat,lon", a city with points or one that is remembered; null: nobody knows where it is. */
export function lugarDe(nomeDoLugar) {
  const procurada = simples(String(nomeDoLugar)).trim();
  const cidade = cidades().find((outra) => [simples(outra.nome), simples(outra.chave)].includes(procurada));
  return coordenadas(nomeDoLugar) ?? cidade?.lugar ?? lembrados.get(procurada) ?? null;
}

/**
 * Legs, stops in order, and how far the battery would reach from each place that the car leaves.
 *
 * @param plano of POST /viagens/planejar
 * @param de {origem, destino, nivel, reserva, consumo}: names, kWh, kWh, kWh/km
 */
export function mostrarPlano(plano, de) {
  limparPlano();
  doPlano = new Set(plano.paradas.map((parada) => `${parada.server_id}:${parada.posto_id}`));
  const etapas = [
    { lugar: lugarDe(de.origem), nivel: de.nivel, sinal: 'A', titulo: de.origem },
    ...plano.paradas.map((parada, indice) => ({
      lugar: buscar(`${parada.server_id}:${parada.posto_id}`)?.lugar ?? null,
      nivel: parada.nivel_saida,
      sinal: String(indice + 1),
      titulo: parada.nome,
    })),
    { lugar: lugarDe(de.destino), nivel: null, sinal: 'B', titulo: de.destino },
  ].filter((etapa) => etapa.lugar);
  for (const etapa of etapas) {
    if (etapa.nivel !== null) {
      alcance(etapa.lugar, (etapa.nivel - de.reserva) / de.consumo);
    }
  }
  L.polyline(etapas.map((etapa) => etapa.lugar), { className: 'mapa-rota-fundo', interactive: false, weight: 7 }).addTo(camadaPlano);
  L.polyline(etapas.map((etapa) => etapa.lugar), { className: 'mapa-rota', interactive: false, weight: 3.5 }).addTo(camadaPlano);
  for (const etapa of etapas) {
    bandeira(etapa);
  }
  mapa.getContainer().classList.add('com-plano');
  enquadrar(etapas.map((etapa) => etapa.lugar));
  redesenhar();
}

/** The leg that cannot be driven: how far the battery would reach of it. */
export function mostrarTrecho(trecho) {
  limparPlano();
  const [inicio, fim] = [lugarDe(trecho.de) ?? lugarDoPosto(trecho.de), lugarDe(trecho.para) ?? lugarDoPosto(trecho.para)];
  if (inicio) {
    alcance(inicio, trecho.autonomia_km);
    bandeira({ lugar: inicio, sinal: 'A', titulo: trecho.de });
  }
  if (fim) {
    bandeira({ lugar: fim, sinal: 'B', titulo: trecho.para });
  }
  if (inicio && fim) {
    L.polyline([inicio, fim], { className: 'mapa-rota impossivel', interactive: false, weight: 3.5 }).addTo(camadaPlano);
    enquadrar([inicio, fim]);
  }
  redesenhar();
}

function lugarDoPosto(nomeDoPosto) {
  return mostrados.find((posto) => posto.nome === nomeDoPosto)?.lugar ?? null;
}

/** km by road, drawn as the straight line that it comes to. */
function alcance(lugar, km) {
  if (km > 0) {
    L.circle(lugar, { radius: (km / FATOR_ESTRADA) * 1000, className: 'mapa-alcance', interactive: false, weight: 1.5 }).addTo(camadaPlano);
  }
}

function bandeira({ lugar, sinal, titulo }) {
  const icone = L.divIcon({ className: 'mapa-icone', html: el('span', { class: 'etapa', 'aria-hidden': 'true', title: titulo }, sinal), iconSize: [26, 26] });
  L.marker(lugar, { icon: icone, interactive: false, keyboard: false, zIndexOffset: 2000 }).addTo(camadaPlano);
}

function enquadrar(lugares, opcoes) {
  if (lugares.length > 0) {
    mapa.fitBounds(L.latLngBounds(lugares), { ...(mapa.getSize().y < 300 ? MARGEM_ESTREITA : MARGEM), maxZoom: 11, animate: MOVIMENTO, ...opcoes });
  }
}

export function limparPlano() {
  camadaPlano.clearLayers();
  mapa.getContainer().classList.remove('com-plano');
  doPlano = new Set();
  agrupados = null;
}
