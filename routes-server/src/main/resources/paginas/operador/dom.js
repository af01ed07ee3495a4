// What every page needs, and what every view of this one does.

import { el, por } from '/comum/dom.js';
import { t } from './textos.js';

export * from '/comum/dom.js';

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
  if (por('recados').querySelector('span')?.textContent === texto) {
    return;
  }
  const fechar = el('button', { type: 'button', class: 'botao discreto pequeno', 'aria-label': t('fechar') }, '✕');
  const recado = el('p', { class: `aviso ${tipo}` }, el('span', {}, texto), fechar);
  fechar.addEventListener('click', () => recado.remove());
  por('recados').replaceChildren(recado);
  if (tipo === 'sucesso') {
    setTimeout(() => recado.remove(), RECADO_MS);
  }
}
