// Links that lead to another view of this page.

import { el } from './dom.js';

/** A click goes there without loading the page again; whoever wants a window of its own for it gets one. */
export function aoSeguir(link, ir) {
  link.addEventListener('click', (evento) => {
    if (!evento.ctrlKey && !evento.metaKey && !evento.shiftKey) {
      evento.preventDefault();
      ir();
    }
  });
  return link;
}

/** @param verPosto called with the key of the point */
export function linkDoPosto(chave, nome, verPosto, atributos) {
  return aoSeguir(el('a', { href: `/?${new URLSearchParams({ posto: chave })}`, ...atributos }, nome), () => verPosto(chave));
}
