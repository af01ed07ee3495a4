// The map: outlines of the states instead of tiles, so that it needs nobody else. What it shows, the list says in words.

import { el } from './dom.js';
import estados from './estados.js';
import { numero, plural, t } from './idioma.js';
import { buscar, chaveDe, cidades, coordenadas, estadoDe } from './postos.js';

const L = window.L;
/** Points nearer to each other than this, in pixels, become one. */
const PERTO = 34;
/** Room for the marks, and for what lies over the map at its top. */
const MARGEM = { paddingTopLeft: [30, 58], paddingBottomRight: [60, 30] };
const MARGEM_ESTREITA = { paddingTopLeft: [40, 22], paddingBottomRight: [90, 26] };
const NUCLEO = ['AL', 'BA', 'PB', 'PE', 'SE'];
/** A straight line on the map stands for a road that is so much longer, as in the planner. */
const FATOR_ESTRADA = 1.2;
const MOVIMENTO = !matchMedia('(prefers-reduced-motion: reduce)').matches;

let mapa;
let camadaPostos;
let camadaNomes;
let camadaPlano;
let aoEscolher;
let aoClicar = null;
let mostrados = [];
let escolhido = null;
let enquadrado = false;
let doPlano = new Set();

export function criarMapa(elemento, escolher) {
  aoEscolher = escolher;
  mapa = L.map(elemento, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 5,
    maxZoom: 15,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 90,
    maxBounds: [[-22, -50], [-1, -29]],
    maxBoundsViscosity: 0.8,
    zoomAnimation: MOVIMENTO,
    fadeAnimation: MOVIMENTO,
    markerZoomAnimation: MOVIMENTO,
  }).setView([-9.9, -37.3], 6.5);
  L.control.zoom({ position: 'bottomright', zoomInTitle: t('mapa.aproximar'), zoomOutTitle: t('mapa.afastar') }).addTo(mapa);
  L.control.attribution({ position: 'bottomleft', prefix: false }).addAttribution(t('mapa.fonte')).addTo(mapa);
  L.control.scale({ position: 'bottomleft', imperial: false }).addTo(mapa);
  contornos();
  camadaPlano = L.layerGroup().addTo(mapa);
  camadaNomes = L.layerGroup().addTo(mapa);
  camadaPostos = L.layerGroup().addTo(mapa);
  mapa.on('zoomend', desenhar);
  mapa.on('click', (evento) => aoClicar?.(evento.latlng));
  new ResizeObserver(() => mapa.invalidateSize({ animate: false })).observe(elemento);
}

function contornos() {
  for (const estado of estados.estados) {
    const nucleo = NUCLEO.includes(estado.uf);
    L.polygon(estado.poligonos, {
      className: nucleo ? 'mapa-estado nucleo' : 'mapa-estado',
      interactive: false,
      smoothFactor: 0.6,
      weight: 1,
    }).addTo(mapa);
  }
}

/** Shows these points; the chosen one stands out. */
export function mostrarPostos(postos, chaveEscolhida) {
  mostrados = postos.filter((posto) => posto.lugar);
  escolhido = chaveEscolhida;
  if (!enquadrado && mostrados.length > 0) {
    enquadrado = true;
    mapa.fitBounds(L.latLngBounds(mostrados.map((posto) => posto.lugar)), { ...MARGEM, animate: false });
  }
  desenhar();
}

/** Brings a point into view, near enough to be told from its neighbours. */
export function irAo(posto) {
  if (posto.lugar) {
    mapa.setView(posto.lugar, Math.max(mapa.getZoom(), 11), { animate: MOVIMENTO });
  }
}

/** The whole of what is shown. */
export function verTudo() {
  if (mostrados.length > 0) {
    mapa.fitBounds(L.latLngBounds(mostrados.map((posto) => posto.lugar)), { ...MARGEM, animate: MOVIMENTO });
  }
}

/** The next click on the map is a place, for whoever asked; null: it is nothing. */
export function esperarClique(ouvinte) {
  aoClicar = ouvinte;
  mapa.getContainer().classList.toggle('mirando', ouvinte !== null);
}

function grupos() {
  const zoom = mapa.getZoom();
  const perto = zoom >= 13 ? 14 : PERTO;
  const achados = [];
  const tamanhos = new Map(cidades().map((cidade) => [cidade.chave, cidade.n]));
  const tamanho = (posto) => tamanhos.get(`${posto.cidade}/${posto.uf}`) ?? 0;
  // the chosen one and a trip's stops stay by themselves; of the others, those in large cities gather the rest
  const ordem = [...mostrados].sort((a, b) => sozinho(b) - sozinho(a) || tamanho(b) - tamanho(a));
  for (const posto of ordem) {
    const ponto = mapa.project(posto.lugar, zoom);
    const grupo = sozinho(posto)
      ? null
      : achados.find((outro) => !sozinho(outro.postos[0]) && outro.ponto.distanceTo(ponto) < perto);
    if (grupo) {
      grupo.postos.push(posto);
    } else {
      achados.push({ ponto, lugar: posto.lugar, postos: [posto] });
    }
  }
  return achados;
}

function sozinho(posto) {
  const chave = chaveDe(posto);
  return chave === escolhido || doPlano.has(chave);
}

function desenhar() {
  const focado = document.activeElement?.dataset?.marcador;
  camadaPostos.clearLayers();
  const achados = grupos();
  for (const grupo of achados) {
    (grupo.postos.length === 1 ? marcadorDoPosto(grupo.postos[0]) : marcadorDoGrupo(grupo)).addTo(camadaPostos);
  }
  nomear(achados);
  if (focado) {
    mapa.getContainer().querySelector(`[data-marcador="${CSS.escape(focado)}"]`)?.focus();
  }
}

function marcador(lugar, conteudo, tamanho, rotulo, identidade, aoClique, zIndexOffset = 0) {
  const icone = L.divIcon({ className: 'mapa-icone', html: conteudo, iconSize: [tamanho, tamanho] });
  const novo = L.marker(lugar, { icon: icone, keyboard: true, zIndexOffset, riseOnHover: true });
  novo.on('add', () => {
    novo.getElement().setAttribute('aria-label', rotulo);
    novo.getElement().dataset.marcador = identidade;
  });
  novo.on('click', aoClique);
  // Leaflet makes a click of Enter, but a button also answers to the space bar
  novo.on('keydown', (evento) => {
    if (evento.originalEvent.key === ' ') {
      evento.originalEvent.preventDefault();
      aoClique();
    }
  });
  return novo;
}

function marcadorDoPosto(posto) {
  const chave = chaveDe(posto);
  const estado = estadoDe(posto);
  const sinal = el('span', { class: `ponto ${estado}${chave === escolhido ? ' escolhido' : ''}` });
  const rotulo = `${posto.nome}, ${posto.cidade}: ${t(`estado.${estado}`)}`;
  return marcador(posto.lugar, sinal, 30, rotulo, chave, () => aoEscolher(chave), chave === escolhido ? 1000 : 0);
}

function marcadorDoGrupo(grupo) {
  const livres = grupo.postos.filter((posto) => estadoDe(posto) === 'livre').length;
  const anel = el('span', { class: 'grupo' }, el('span', { class: 'grupo-n' }, numero(grupo.postos.length)));
  anel.style.setProperty('--livres', `${Math.round((livres / grupo.postos.length) * 100)}%`);
  const rotulo = `${cidadesDo(grupo)}: ${plural('postos', grupo.postos.length)}, ${plural('livres', livres)}`;
  return marcador(grupo.lugar, anel, 38, rotulo, `g${chaveDe(grupo.postos[0])}`, () => abrir(grupo));
}

function cidadesDo(grupo) {
  const nomes = [...new Set(grupo.postos.map((posto) => posto.cidade))];
  return nomes.length > 2 ? `${nomes.slice(0, 2).join(', ')}…` : nomes.join(', ');
}

function abrir(grupo) {
  const limites = L.latLngBounds(grupo.postos.map((posto) => posto.lugar));
  const zoom = Math.min(15, Math.max(mapa.getZoom() + 1.5, mapa.getBoundsZoom(limites, false, L.point(60, 60))));
  mapa.setView(limites.getCenter(), zoom, { animate: MOVIMENTO });
}

/** The name of the main city of each mark, where there is room for it; and of states while one sees them whole. */
function nomear(achados) {
  camadaNomes.clearLayers();
  const zoom = mapa.getZoom();
  const caixas = achados.map(({ ponto, postos }) => {
    const raio = postos.length > 1 ? 19 : 13;
    return [ponto.x - raio, ponto.y - raio, ponto.x + raio, ponto.y + raio];
  });
  const nomes = new Set();
  for (const { ponto, postos } of [...achados].sort((a, b) => b.postos.length - a.postos.length)) {
    const cidade = postos[0].cidade;
    if (nomes.has(cidade)) {
      continue;
    }
    const metade = cidade.length * 3.4 + 4;
    const afastado = postos.length > 1 ? 23 : 17;
    const lugares = [
      { x: ponto.x + afastado + metade, y: ponto.y },
      { x: ponto.x - afastado - metade, y: ponto.y },
      { x: ponto.x, y: ponto.y + afastado + 6 },
      { x: ponto.x, y: ponto.y - afastado - 6 },
    ];
    const onde = lugares.find(({ x, y }) => !caixas.some((caixa) => cruza(caixa, [x - metade, y - 8, x + metade, y + 8])));
    if (onde) {
      caixas.push([onde.x - metade, onde.y - 8, onde.x + metade, onde.y + 8]);
      nomes.add(cidade);
      nome(mapa.unproject(onde, zoom), cidade, 'mapa-cidade');
    }
  }
  if (zoom < 8.5) {
    for (const estado of estados.estados) {
      const onde = L.latLngBounds(estado.poligonos[0][0]).getCenter();
      const texto = zoom < 7.5 ? estado.uf : estado.nome;
      const { x, y } = mapa.project(onde, zoom);
      const metade = texto.length * 6 + 4;
      if (!caixas.some((caixa) => cruza(caixa, [x - metade, y - 9, x + metade, y + 9]))) {
        nome(onde, texto, 'mapa-nome-estado');
      }
    }
  }
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

/** A place of a plan: a point, a city or "lat,lon". */
function lugarDe(nomeDoLugar, paradas = []) {
  const par = coordenadas(nomeDoLugar);
  if (par) {
    return par;
  }
  const parada = paradas.find((outra) => outra.nome === nomeDoLugar);
  const posto = parada && buscar(`${parada.server_id}:${parada.posto_id}`);
  if (posto?.lugar) {
    return posto.lugar;
  }
  const simples = simplificar(nomeDoLugar);
  const cidade = cidades().find((outra) => [simplificar(outra.nome), simplificar(outra.chave)].includes(simples));
  return cidade?.lugar ?? null;
}

function simplificar(texto) {
  return String(texto).normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
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
  desenhar();
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
  desenhar();
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

function enquadrar(lugares) {
  if (lugares.length > 0) {
    mapa.fitBounds(L.latLngBounds(lugares), { ...(mapa.getSize().y < 300 ? MARGEM_ESTREITA : MARGEM), maxZoom: 11, animate: MOVIMENTO });
  }
}

export function limparPlano() {
  camadaPlano.clearLayers();
  mapa.getContainer().classList.remove('com-plano');
  doPlano = new Set();
}
