// What every page needs, and parts of forms, and the focus.

import { el, encher } from '/comum/dom.js';

export * from '/comum/dom.js';

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

/** Chooses a value, which joins the others if it is not among them. */
export function escolher(select, valor, texto = valor) {
  if (![...select.options].some((opcao) => opcao.value === valor)) {
    select.append(el('option', { value: valor }, texto));
  }
  select.value = valor;
}

/** A name and its value, within a dl. */
export function fato(nome, valor) {
  return el('div', null, el('dt', null, nome), el('dd', { class: 'numero' }, valor));
}

/** Says at a field what is wrong with it, until something else is in it, and leads there, also into what is folded. */
export function reclamar(controle, texto) {
  const bloco = controle.closest('.campo');
  const erro = bloco.querySelector('.erro') ?? el('span', { class: 'erro', id: `${controle.id}-erro`, role: 'alert' });
  bloco.append(erro);
  erro.textContent = texto;
  controle.setAttribute('aria-invalid', 'true');
  controle.setAttribute('aria-errormessage', erro.id);
  controle.addEventListener(
    'input',
    () => {
      erro.textContent = '';
      controle.removeAttribute('aria-invalid');
      controle.removeAttribute('aria-errormessage');
    },
    { once: true },
  );
  for (let dobrado = controle.closest('details'); dobrado; dobrado = dobrado.parentElement.closest('details')) {
    dobrado.open = true;
  }
  controle.focus({ preventScroll: true });
  bloco.scrollIntoView({ block: 'center' });
}

/** Moves the focus to what has just appeared, so that a screen reader reads on from there, and brings it into view. */
export function focar(titulo, onde = 'nearest') {
  titulo?.setAttribute('tabindex', '-1');
  titulo?.focus({ preventScroll: true });
  titulo?.scrollIntoView({ block: onde });
}

/** Replaces what an element contains; whoever has the focus there on what says by data-acao what it is keeps it. */
export function redesenhar(elemento, ...filhos) {
  const acao = elemento.contains(document.activeElement) && document.activeElement.dataset.acao;
  encher(elemento, filhos);
  if (acao) {
    elemento.querySelector(`[data-acao="${CSS.escape(acao)}"]`)?.focus({ preventScroll: true });
  }
}
