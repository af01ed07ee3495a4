// Builds and finds what pages show. Data only ever becomes text or an attribute's value, never markup.

/** An element; attributes of null or false are left out, functions are listeners, children that are no nodes become text. */
export function el(nome, atributos, ...filhos) {
  const elemento = document.createElement(nome);
  for (const [chave, valor] of Object.entries(atributos ?? {})) {
    if (typeof valor === 'function') {
      elemento.addEventListener(chave, valor);
    } else if (valor === true) {
      elemento.setAttribute(chave, '');
    } else if (valor !== null && valor !== undefined && valor !== false) {
      elemento.setAttribute(chave, String(valor));
    }
  }
  return encher(elemento, filhos);
}

/** Replaces what an element contains; null and false are no children. */
export function encher(elemento, ...filhos) {
  elemento.replaceChildren(...filhos.flat(Infinity).filter((filho) => filho !== null && filho !== undefined && filho !== false));
  return elemento;
}

/** The element of this id in the page. */
export function por(id) {
  return document.getElementById(id);
}

/** Changes a text only if it is another: a screen reader is told of every change in a live region. */
export function escrever(elemento, texto) {
  if (elemento.textContent !== texto) {
    elemento.textContent = texto;
  }
}

/** Lets a button show that it works, and not be pressed again, until the promise is settled. */
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

/** Without accents and case, as people search. */
export function simples(texto) {
  return texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
