// The page's words, in two dictionaries with the same keys, and how numbers and times are written.

import { mesmaHora, nomeDoFuso, noRelogio } from '/comum/fuso.js';
import { guardar, guardado } from './guardado.js';
import en from './textos/en.json' with { type: 'json' };
import ptBR from './textos/pt-BR.json' with { type: 'json' };

const TEXTOS = { 'pt-BR': ptBR, en };
const IDIOMAS = Object.keys(TEXTOS);

let idioma = 'pt-BR';
let textos = {};

/** Speaks the language that was chosen here before, else one that the browser asks for. */
export function carregarIdioma() {
  const escolhido = guardado('idioma');
  const preferido = navigator.languages.some((codigo) => codigo.toLowerCase().startsWith('pt')) ? 'pt-BR' : 'en';
  idioma = IDIOMAS.includes(escolhido) ? escolhido : preferido;
  textos = TEXTOS[idioma];
  document.documentElement.lang = idioma;
  document.title = t('titulo');
  for (const elemento of document.querySelectorAll('[data-t]')) {
    elemento.textContent = t(elemento.dataset.t);
  }
  for (const elemento of document.querySelectorAll('[data-t-rotulo]')) {
    elemento.setAttribute('aria-label', t(elemento.dataset.tRotulo));
  }
}

export function idiomaAtual() {
  return idioma;
}

/** Remembers the other language; the page is shown in it from the next load on. */
export function trocarIdioma() {
  guardar('idioma', IDIOMAS.find((outro) => outro !== idioma));
}

/** The text of a key, with {name} replaced by values. */
export function t(chave, valores) {
  const texto = textos[chave] ?? chave;
  return valores ? texto.replace(/\{(\w+)\}/g, (tudo, nome) => (nome in valores ? String(valores[nome]) : tudo)) : texto;
}

/** Whether the dictionary has this key. */
export function temTexto(chave) {
  return Object.hasOwn(textos, chave);
}

/** The text for one, or for many. */
export function plural(chave, n) {
  return t(n === 1 ? `${chave}.um` : `${chave}.varios`, { n: numero(n) });
}

export function numero(valor, casas = 0) {
  return Number.isFinite(valor)
    ? valor.toLocaleString(idioma, { minimumFractionDigits: 0, maximumFractionDigits: casas })
    : '–';
}

export function dinheiro(valor) {
  return Number.isFinite(valor) ? valor.toLocaleString(idioma, { style: 'currency', currency: 'BRL' }) : '–';
}

function data(valor) {
  const quando = valor instanceof Date ? valor : new Date(valor);
  return Number.isNaN(quando.getTime()) ? null : quando;
}

/** What was agreed with a reservation, in words; nothing if its server does not say it. */
export function termosEmPalavras(termos) {
  return Number.isFinite(termos?.preco_kwh) ? t('reservas.termos', { preco: dinheiro(termos.preco_kwh), potencia: numero(termos.potencia_maxima, 1), conector: termos.tipo_conector }) : '';
}

/** "14:05", as a clock of this zone shows it. */
export function hora(valor, fuso) {
  return data(valor)?.toLocaleTimeString(idioma, { hour: '2-digit', minute: '2-digit', timeZone: fuso }) ?? '–';
}

/** "hoje 14:05", "amanhã 08:00", "ter., 24 de nov. 08:00"; today is what it is there. */
export function diaHora(valor, fuso) {
  const quando = data(valor);
  if (!quando) {
    return '–';
  }
  const dias = (Date.parse(dia(quando, fuso)) - Date.parse(dia(Date.now(), fuso))) / 86_400_000;
  const nome =
    dias === 0 || dias === 1
      ? t(dias === 0 ? 'hoje' : 'amanha')
      : quando.toLocaleDateString(idioma, { weekday: 'short', day: 'numeric', month: 'short', timeZone: fuso });
  return `${nome} ${hora(quando, fuso)}`;
}

/** "24/12 14:05": the same on whichever day it is read. */
export function dataHora(valor, fuso) {
  const quando = data(valor);
  return quando ? `${quando.toLocaleDateString(idioma, { day: '2-digit', month: idioma === 'en' ? 'short' : '2-digit', timeZone: fuso })} ${hora(quando, fuso)}` : '–';
}

function dia(instante, fuso) {
  return noRelogio(instante, fuso).slice(0, 10);
}

/** "hoje 14:05 – 15:20", or with the days as escrever says them. */
export function janela(inicio, fim, fuso, escrever = diaHora) {
  const [de, ate] = [data(inicio), data(fim)];
  if (!de || !ate) {
    return de ? escrever(de, fuso) : '–';
  }
  return `${escrever(de, fuso)} – ${dia(de, fuso) === dia(ate, fuso) ? hora(ate, fuso) : escrever(ate, fuso)}`;
}

/** The text, and whose hours it says, where they are not the reader's own at that moment. */
export function noLugar(texto, momento, fuso) {
  const quando = data(momento);
  return !quando || mesmaHora(quando, fuso) ? texto : t('fuso.nomeado', { texto, fuso: nomeDoFuso(quando, fuso, idioma) });
}

/** A time as the contract writes it, from milliseconds. */
export function iso(ms) {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** "45 min", "2 h 05". */
export function duracao(minutos) {
  const total = Math.max(0, Math.round(minutos));
  return total < 60 ? `${total} min` : `${Math.floor(total / 60)} h ${String(total % 60).padStart(2, '0')}`;
}
