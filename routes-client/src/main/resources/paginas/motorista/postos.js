// The points of all operators, as last heard of, and which operators are there.

import { FUSO_PADRAO, fusoConhecido } from '/comum/fuso.js';
import { pedir } from './api.js';
import { guardar, guardado } from './guardado.js';

/** How far apart points may stand that are at one place, as their servers see it, in degrees: some hundred metres. */
const AO_LADO = 0.001;
/** How far this device's clock may be behind the servers'; ms. */
const FOLGA_DO_RELOGIO = 60_000;

const postos = new Map();
const servidores = new Map();
/** What operators say of themselves, for people: {nome, contato}, each empty if they do not. */
const apresentados = new Map();
/** Those that announce nothing, as the original's: they reserve only from now on, and give no code. */
const originais = new Set();
const ouvintes = new Set();
const ALFABETO = new Intl.Collator('pt');
/** How long after the start of its window each operator waits for a car, in ms, as far as they say it. */
const tolerancias = new Map();
let calados = [];
let falhaAoCarregar = null;
let carregado = false;
let semBroker = false;
/** As cidades() gives them, until other points are received; null: to be counted. */
let cidadesContadas = null;

export function chaveDe(posto) {
  return `${posto.server_id}:${posto.id}`;
}

function finito(valor) {
  return typeof valor === 'number' && Number.isFinite(valor) ? valor : null;
}

function texto(valor, maximo = 120) {
  return typeof valor === 'string' ? valor.slice(0, maximo) : '';
}

/** "lat,lon" as a pair, or null if it is no place on earth. */
export function coordenadas(localizacao) {
  const partes = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(String(localizacao ?? ''));
  const par = partes && [Number(partes[1]), Number(partes[2])];
  return par && Math.abs(par[0]) <= 90 && Math.abs(par[1]) <= 180 ? par : null;
}

/** Takes from a server's answer what the page shows, and nothing of another type than it should be. */
function conferir(posto) {
  if (!posto || !Number.isInteger(posto.id) || typeof posto.server_id !== 'string') {
    return null;
  }
  return {
    id: posto.id,
    server_id: texto(posto.server_id, 64),
    nome: texto(posto.nome) || `#${posto.id}`,
    cidade: texto(posto.cidade),
    uf: texto(posto.uf, 2),
    lugar: coordenadas(posto.localizacao),
    localizacao: posto.localizacao,
    fuso: fusoConhecido(posto.fuso),
    potencia_maxima: finito(posto.potencia_maxima),
    tipo_conector: texto(posto.tipo_conector, 40),
    preco_kwh: finito(posto.preco_kwh),
    disponivel: posto.disponivel === true,
    em_manutencao: posto.em_manutencao === true,
    ocupado: Array.isArray(posto.ocupado) ? posto.ocupado.map(ocupacao).filter(Boolean) : null,
  };
}

function ocupacao(tomada) {
  const inicio = Date.parse(tomada?.inicio);
  const fim = tomada?.fim === undefined || tomada.fim === null ? Infinity : Date.parse(tomada.fim);
  return Number.isNaN(inicio) || Number.isNaN(fim) ? null : { inicio, fim };
}

function avisar() {
  for (const ouvinte of ouvintes) {
    ouvinte();
  }
}

/** Calls when anything about the points has changed. */
export function aoMudar(ouvinte) {
  ouvintes.add(ouvinte);
}

/** Shows at once what was known when the page was last open; how the points stand is not part of that. */
export function lembrar() {
  for (const operador of listaGuardada('operadores')) {
    if (typeof operador?.server_id === 'string') {
      apresentar(operador);
    }
  }
  for (const lembrado of listaGuardada('postos')) {
    const posto = conferir(lembrado);
    if (posto) {
      postos.set(chaveDe(posto), posto);
    }
  }
  ordenar();
}

/** By city and name; what is told of a point later leaves it where it is. */
function ordenar() {
  const ordenados = [...postos].sort(([, a], [, b]) => alfabetica(a.cidade, b.cidade) || alfabetica(a.nome, b.nome) || a.id - b.id);
  postos.clear();
  ordenados.forEach(([chave, posto]) => postos.set(chave, posto));
  cidadesContadas = null;
}

function alfabetica(a, b) {
  return a === b ? 0 : ALFABETO.compare(a, b);
}

function listaGuardada(nome) {
  const lembrada = guardado(nome);
  return Array.isArray(lembrada) ? lembrada : [];
}

/**
 * Asks all operators, or one.
 *
 * @param opcoes semPresenca: of who is there one hears otherwise
 */
export async function carregar(serverId, { semPresenca = false } = {}) {
  try {
    if (serverId) {
      receberPostos(await pedir('GET', `/postos?agenda=true&server_id=${encodeURIComponent(serverId)}`), serverId);
    } else {
      const [presenca, resposta] = await Promise.all([semPresenca ? null : pedir('GET', '/servidores'), pedir('GET', '/postos?agenda=true')]);
      if (presenca) {
        receberPresenca(presenca);
      }
      receberPostos(resposta);
      falhaAoCarregar = null;
    }
  } catch (falha) {
    // of one operator alone its presence tells
    if (!serverId) {
      falhaAoCarregar = falha;
      await presencaSemPostos();
    }
  }
  carregado ||= !serverId;
  avisar();
}

/** Nobody answered: the list of operators may still say who is away. */
async function presencaSemPostos() {
  try {
    receberPresenca(await pedir('GET', '/servidores'));
  } catch (semRede) {
    servidores.clear();
  }
}

function receberPresenca(resposta) {
  servidores.clear();
  originais.clear();
  for (const servidor of Array.isArray(resposta.servidores) ? resposta.servidores : []) {
    if (typeof servidor?.server_id === 'string') {
      apresentar(servidor);
      anotarServidor(servidor);
    }
  }
}

function apresentar({ server_id: serverId, nome, contato }) {
  apresentados.set(serverId, { nome: texto(nome, 80).trim(), contato: texto(contato, 200).trim() });
  guardar('operadores', [...apresentados].map(([server_id, dito]) => ({ server_id, ...dito })));
}

/** As the operator calls itself; by its id if it does not, and beside it if another one has the same name. */
export function nomeDoOperador(serverId) {
  const nome = apresentados.get(serverId)?.nome;
  if (!nome) {
    return String(serverId);
  }
  const outro = [...apresentados].some(([id, { nome: outroNome }]) => id !== serverId && outroNome === nome);
  return outro ? `${nome} (${serverId})` : nome;
}

/** How the operator is reached, in its own words; empty if it does not say. */
export function contatoDoOperador(serverId) {
  return apresentados.get(serverId)?.contato ?? '';
}

/** @return whether it is there */
function anotarServidor({ server_id: serverId, status, sem_presenca: semPresenca, tolerancia_segundos: segundos }) {
  const original = semPresenca === true;
  // one that announces nothing and was not asked yet may well be there
  const presente = status === 'online' || (original && status === undefined);
  servidores.set(serverId, presente);
  if (original) {
    originais.add(serverId);
  }
  if (Number.isInteger(segundos) && segundos > 0) {
    tolerancias.set(serverId, segundos * 1000);
  }
  return presente;
}

/** Until when a car is waited for that reserves this window, in ms; null: its operator does not say it. */
export function esperaAte({ server_id: serverId }, inicio, fim) {
  return tolerancias.has(serverId) ? Math.min(inicio + tolerancias.get(serverId), fim) : null;
}

function receberPostos(resposta, serverId) {
  const recebidos = (Array.isArray(resposta.postos) ? resposta.postos : [])
    .map((posto) => conferir(serverId ? { ...posto, server_id: serverId } : posto))
    .filter(Boolean);
  const quem = new Set(serverId ? [serverId] : Array.isArray(resposta.servidores) ? resposta.servidores : []);
  for (const [chave, posto] of postos) {
    if (quem.has(posto.server_id)) {
      postos.delete(chave);
    }
  }
  for (const posto of recebidos) {
    postos.set(chaveDe(posto), posto);
    servidores.set(posto.server_id, true);
  }
  ordenar();
  quem.forEach((lido) => agendasVelhas.delete(lido));
  if (!serverId) {
    calados = (Array.isArray(resposta.sem_resposta) ? resposta.sem_resposta : []).map((nome) => texto(nome, 64));
  }
  guardar('postos', [...postos.values()].map(({ ocupado, lugar, ...posto }) => posto));
}

/**
 * A point changed by itself. Its event says how it is now. Until when is asked for where somebody sees it, or where what is
 * known does not tell why it is not free.
 */
export function mudou(evento) {
  const chave = `${evento?.server_id}:${evento?.id}`;
  const posto = postos.get(chave);
  if (posto) {
    const disponivel = evento.disponivel === true;
    const emManutencao = evento.em_manutencao === true;
    const ocupado = disponivel ? posto.ocupado?.filter((tomada) => !agora(tomada)) ?? null : posto.ocupado;
    postos.set(chave, { ...posto, disponivel, em_manutencao: emManutencao, ocupado });
    agendasVelhas.add(posto.server_id);
    // whether somebody has taken it or its operator has switched it off is not in the event
    if (!disponivel && !emManutencao && (posto.em_manutencao || !ocupado?.some(agora))) {
      atualizarAgenda(posto.server_id);
    }
    avisar();
  } else if (servidores.has(evento?.server_id)) {
    // a point that is not known yet is new
    atualizarAgenda(evento.server_id);
  }
}

/** This device has taken a point in the window that the answer says. */
export function tomar(posto, { inicio, fim }) {
  const tomada = ocupacao({ inicio, fim });
  const conhecido = postos.get(chaveDe(posto));
  if (tomada && conhecido?.ocupado) {
    postos.set(chaveDe(posto), { ...conhecido, disponivel: conhecido.disponivel && !agora(tomada), ocupado: [...conhecido.ocupado, tomada] });
    avisar();
  } else {
    // as the original's, which says no window and announces nothing
    carregar(posto.server_id);
  }
}

/** Without its broker the gateway hears of nobody: how the points stand is not known any more. */
export function brokerMudou(conectado) {
  if (semBroker === conectado) {
    semBroker = !conectado;
    avisar();
  }
}

/** An operator came or went. */
export function servidorMudou(evento) {
  if (typeof evento?.server_id !== 'string') {
    return;
  }
  if (evento.nome || evento.contato) {
    apresentar(evento);
  }
  const antes = servidores.get(evento.server_id);
  const agora = anotarServidor(evento);
  if (carregado && agora && antes !== true) {
    atualizarAgenda(evento.server_id);
  }
  avisar();
}

const esperando = new Map();
/** The operators of whose points something was heard since it was read when they are taken. */
const agendasVelhas = new Set();

/** To be called by whoever shows when points are taken, of one operator or of all. */
export function verAgenda(serverId) {
  for (const velha of agendasVelhas) {
    if (!serverId || serverId === velha) {
      atualizarAgenda(velha);
    }
  }
}

/** What an event does not say, when a point is taken, is asked for a little later, for all events of that moment at once. */
function atualizarAgenda(serverId) {
  agendasVelhas.delete(serverId);
  if (!esperando.has(serverId)) {
    esperando.set(
      serverId,
      setTimeout(() => {
        esperando.delete(serverId);
        carregar(serverId);
      }, 1500),
    );
  }
}

/** By city and name. */
export function todos() {
  return [...postos.values()];
}

/** Whether its operator reserves only from now on. */
export function soAgora(posto) {
  return originais.has(posto.server_id);
}

/** City and state, as far as its operator says them. */
export function onde(posto) {
  return [posto.cidade, posto.uf].filter(Boolean).join('/');
}

/** The same of the point of a reservation or a stop. */
export function ondeFica({ server_id, posto_id }) {
  const posto = buscar(chaveDe({ server_id, id: posto_id }));
  return posto ? onde(posto) : '';
}

export function buscar(chave) {
  return postos.get(chave) ?? null;
}

/** The other points of its operator at its place that are like it: with the same plug, no less power and no higher price. */
export function iguaisNoLugar({ server_id: serverId, id, lugar, tipo_conector: conector, potencia_maxima: potencia, preco_kwh: preco }) {
  return todos().filter(
    (outro) =>
      outro.server_id === serverId &&
      outro.id !== id &&
      lugar?.every((grau, i) => outro.lugar && Math.abs(outro.lugar[i] - grau) <= AO_LADO) &&
      outro.tipo_conector === conector &&
      outro.potencia_maxima >= potencia &&
      outro.preco_kwh <= preco,
  );
}

/** The zone of the place of a reservation or a stop: as it says itself, or as its point does. */
export function fusoDe({ fuso, server_id, posto_id }) {
  return fusoConhecido(fuso ?? buscar(chaveDe({ server_id, id: posto_id }))?.fuso);
}

/** The zone in which most points are. */
export function fusoDaMaioria() {
  const quantos = new Map();
  for (const { fuso } of todos()) {
    quantos.set(fuso, (quantos.get(fuso) ?? 0) + 1);
  }
  return [...quantos].sort((a, b) => b[1] - a[1])[0]?.[0] ?? FUSO_PADRAO;
}

/** livre, ocupado, indisponivel (nobody knows until when), manutencao or offline. */
export function estadoDe(posto) {
  if (semBroker || servidores.get(posto.server_id) !== true) {
    return 'offline';
  }
  if (posto.em_manutencao) {
    return 'manutencao';
  }
  if (posto.disponivel) {
    return 'livre';
  }
  // a car leaves some time; a point that its operator has switched off says of no time that it ends
  return posto.ocupado?.some((tomada) => agora(tomada) && tomada.fim === Infinity) ? 'indisponivel' : 'ocupado';
}

function agora(tomada) {
  return tomada.inicio <= Date.now() + FOLGA_DO_RELOGIO && tomada.fim > Date.now();
}

/** Whether a point is free all through a window; times in ms. Without an agenda, what it says of now has to do. */
export function livreEm(posto, inicio, fim) {
  if (estadoDe(posto) === 'offline') {
    return false;
  }
  return posto.ocupado ? !posto.ocupado.some((tomada) => tomada.inicio < fim && tomada.fim > inicio) : posto.disponivel;
}

/** The earliest time from which a point is free for so long, within the seven days it knows of; null: none. Times in ms. */
export function primeiroLivre(posto, desde, duracaoMs) {
  const fins = (posto.ocupado ?? []).map((tomada) => tomada.fim).filter((fim) => Number.isFinite(fim) && fim > desde);
  return [desde, ...fins.sort((a, b) => a - b)].find((inicio) => livreEm(posto, inicio, inicio + duracaoMs)) ?? null;
}

export function operadores() {
  return [...new Set([...servidores.keys(), ...todos().map((posto) => posto.server_id)])].sort((a, b) => nomeDoOperador(a).localeCompare(nomeDoOperador(b), 'pt'));
}

export function conectores() {
  return [...new Set(todos().map((posto) => posto.tipo_conector).filter(Boolean))].sort();
}

/** The cities where there are points, with the middle of their points: {nome, uf, lugar, n}. */
export function cidades() {
  cidadesContadas ??= contarCidades();
  return cidadesContadas;
}

function contarCidades() {
  const achadas = new Map();
  for (const posto of todos()) {
    if (posto.cidade && posto.lugar) {
      const chave = `${posto.cidade}/${posto.uf}`;
      const cidade = achadas.get(chave) ?? { nome: posto.cidade, uf: posto.uf, chave, lat: 0, lon: 0, n: 0 };
      cidade.lat += posto.lugar[0];
      cidade.lon += posto.lugar[1];
      cidade.n++;
      achadas.set(chave, cidade);
    }
  }
  return [...achadas.values()]
    .map(({ lat, lon, n, ...cidade }) => ({ ...cidade, n, lugar: [lat / n, lon / n] }))
    .sort((a, b) => a.nome.localeCompare(b.nome, 'pt'));
}

/** How the last reading went: {carregado, falha, calados, fora}. */
export function situacao() {
  return {
    carregado,
    falha: falhaAoCarregar,
    calados,
    fora: [...servidores].filter(([, online]) => !online).map(([nome]) => nome),
  };
}
