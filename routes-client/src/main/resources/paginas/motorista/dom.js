// Builds what is shown. Data only ever becomes text or an attribute's value, never markup.

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
  elemento.append(...filhos.flat(Infinity).filter((filho) => filho !== null && filho !== undefined && filho !== false));
  return elemento;
}

/** Replaces what an element contains. */
export function encher(elemento, ...filhos) {
  elemento.replaceChildren(...filhos.flat(Infinity).filter((filho) => filho !== null && filho !== undefined && filho !== false));
  return elemento;
}

/** The element of this id in the page. */
export function por(id) {
  return document.getElementById(id);
}

let ultimo = 0;

/** A label above its control, with a hint below; the control is named and described by them. */
export function campo(rotulo, controle, { dica, inteiro } = {}) {
  controle.id ||= `c${++ultimo}`;
  const texto = dica ? el('span', { class: 'dica', id: `${controle.id}-dica` }, dica) : null;
  if (texto) {
    controle.setAttribute('aria-describedby', texto.id);
  }
  return el('div', { class: inteiro ? 'campo inteiro' : 'campo' }, el('label', { for: controle.id }, rotulo), controle, texto);
}

/** A select; opcoes are pairs of value and text. */
export function escolha(opcoes, valor, atributos) {
  const select = el('select', atributos, opcoes.map(([v, texto]) => el('option', { value: v }, texto)));
  select.value = valor ?? opcoes[0]?.[0] ?? '';
  return select;
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

/** Moves the focus to what has just appeared, so that a screen reader reads on from there, and brings it into view. */
export function focar(titulo, onde = 'nearest') {
  titulo?.setAttribute('tabindex', '-1');
  titulo?.focus({ preventScroll: true });
  titulo?.scrollIntoView({ block: onde });
}
