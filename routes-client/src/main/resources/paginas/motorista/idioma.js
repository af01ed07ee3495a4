// The page's words, in two dictionaries with the same keys, and how numbers and times are written.

import { guardar, guardado } from './guardado.js';

const IDIOMAS = ['pt-BR', 'en'];

let idioma = 'pt-BR';
let textos = {};

/** Reads the dictionary of the language that was chosen here before, else of one that the browser asks for. */
export async function carregarIdioma() {
  const escolhido = guardado('idioma');
  const preferido = navigator.languages.some((codigo) => codigo.toLowerCase().startsWith('pt')) ? 'pt-BR' : 'en';
  idioma = IDIOMAS.includes(escolhido) ? escolhido : preferido;
  const resposta = await fetch(`/pagina/textos/${idioma}.json`);
  textos = await resposta.json();
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

export function hora(valor) {
  return data(valor)?.toLocaleTimeString(idioma, { hour: '2-digit', minute: '2-digit' }) ?? '–';
}

/** "hoje 14:05", "amanhã 08:00", "ter., 24 de nov. 08:00". */
export function diaHora(valor) {
  const quando = data(valor);
  if (!quando) {
    return '–';
  }
  const dias = Math.round((new Date(quando).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000);
  const dia =
    dias === 0 || dias === 1
      ? t(dias === 0 ? 'hoje' : 'amanha')
      : quando.toLocaleDateString(idioma, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${dia} ${hora(quando)}`;
}

/** "hoje 14:05 – 15:20". */
export function janela(inicio, fim) {
  const [de, ate] = [data(inicio), data(fim)];
  if (!de || !ate) {
    return de ? diaHora(de) : '–';
  }
  return `${diaHora(de)} – ${de.toDateString() === ate.toDateString() ? hora(ate) : diaHora(ate)}`;
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
