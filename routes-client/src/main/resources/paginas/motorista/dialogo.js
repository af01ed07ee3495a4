// A question that waits for an answer.

import { el, ocupado } from './dom.js';
import { t } from './idioma.js';

/**
 * Asks before this device forgets what still counts.
 *
 * @param codigo what will be lost with it; absent: what is forgotten is a request without an answer, by whose key alone one can ask
 * @param agir forgets
 * @param foco what has the focus afterwards
 */
export function confirmarEsquecer({ codigo, agir, foco }) {
  perguntar({
    titulo: t('esquecer.titulo'),
    conteudo: el('div', { class: 'pilha' }, el('p', null, t(codigo ? 'esquecer.reserva' : 'esquecer.pedido')), codigo && el('p', null, el('code', { class: 'codigo-reserva' }, codigo))),
    sim: t('esquecer.sim'),
    perigo: true,
    foco,
    agir,
  });
}

/**
 * @param conteudo what stands between title and buttons
 * @param agir called when the driver agrees; the dialog stays open if it returns an element, which it then shows
 * @param foco what has the focus afterwards if the button that opened the dialog was drawn anew meanwhile
 */
export function perguntar({ titulo, conteudo, sim, perigo, agir, foco = () => null }) {
  const abriu = document.activeElement;
  const resultado = el('div', { 'aria-live': 'polite' });
  const botao = el('button', { type: 'submit', class: perigo ? 'botao perigo' : 'botao primario' }, sim);
  const fechar = el('button', { type: 'button', class: 'botao', click: () => dialogo.close() }, t('voltar'));
  const tituloDoDialogo = el('h2', { id: 'titulo-dialogo' }, titulo);
  const form = el('form', { novalidate: true }, tituloDoDialogo, conteudo, resultado, el('div', { class: 'acoes' }, botao, fechar));
  const dialogo = el('dialog', { class: 'dialogo', 'aria-labelledby': 'titulo-dialogo' }, form);
  form.addEventListener('submit', (evento) => {
    evento.preventDefault();
    ocupado(botao, async () => {
      const resposta = await agir();
      if (resposta) {
        resultado.replaceChildren(resposta);
      } else {
        dialogo.close();
      }
    });
  });
  dialogo.addEventListener('close', () => {
    dialogo.remove();
    // the browser gives it back only to what is still there
    if (!abriu?.isConnected) {
      foco()?.focus();
    }
  });
  document.body.append(dialogo);
  dialogo.showModal();
}
