// Small things that every view needs. Data only ever becomes text, never markup.

import { t } from './textos.js';

export const $ = (id) => document.getElementById(id);

/** An element; `conteudo` are nodes, or text. */
export function no(tag, atributos = {}, ...conteudo) {
  const elemento = document.createElement(tag);
  for (const [nome, valor] of Object.entries(atributos)) {
    if (valor !== undefined && valor !== null && valor !== false) {
      elemento.setAttribute(nome, valor === true ? '' : valor);
    }
  }
  elemento.append(...conteudo);
  return elemento;
}

/** Changes a text only if it is another: a screen reader is told of every change in a live region. */
export function escrever(elemento, texto) {
  if (elemento.textContent !== texto) {
    elemento.textContent = texto;
  }
}

/**
 * Makes the rows of a table those of these items, in this order. Rows that stay are kept, and moved only where they must
 * be: whoever is about to press a button in one does not lose it.
 */
export function sincronizar(corpo, itens, chave, criar, atualizar) {
  const antes = new Map([...corpo.children].map((linha) => [linha.dataset.chave, linha]));
  const ficam = new Set(itens.map((item) => String(chave(item))));
  for (const [id, linha] of antes) {
    if (!ficam.has(id)) {
      linha.remove();
    }
  }
  let lugar = corpo.firstElementChild;
  for (const item of itens) {
    const id = String(chave(item));
    const linha = antes.get(id) ?? criar(item);
    linha.dataset.chave = id;
    atualizar(linha, item);
    if (linha === lugar) {
      lugar = lugar.nextElementSibling;
    } else {
      const focado = linha.contains(document.activeElement) ? document.activeElement : null;
      corpo.insertBefore(linha, lugar);
      focado?.focus();
    }
  }
}

const RECADO_MS = 12_000;

/** Says what was done; the latest message takes the place of the one before. What went wrong stays until it is closed. */
export function avisar(texto, tipo = 'sucesso') {
  if ($('recados').querySelector('span')?.textContent === texto) {
    return;
  }
  const fechar = no('button', { type: 'button', class: 'botao discreto pequeno', 'aria-label': t('fechar') }, '✕');
  const recado = no('p', { class: `aviso ${tipo}` }, no('span', {}, texto), fechar);
  fechar.addEventListener('click', () => recado.remove());
  $('recados').replaceChildren(recado);
  if (tipo === 'sucesso') {
    setTimeout(() => recado.remove(), RECADO_MS);
  }
}

/** Without accents and case, as people search. */
export function simples(texto) {
  return texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Keeps a button from being pressed twice while it works. */
export async function ocupado(botao, trabalho) {
  if (botao.getAttribute('aria-busy') === 'true') {
    return;
  }
  botao.setAttribute('aria-busy', 'true');
  botao.setAttribute('aria-disabled', 'true');
  try {
    await trabalho();
  } finally {
    botao.removeAttribute('aria-busy');
    botao.removeAttribute('aria-disabled');
  }
}
