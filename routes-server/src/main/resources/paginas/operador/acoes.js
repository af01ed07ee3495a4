// What the operator may do with what a row shows: buttons that say of what they are; what goes wrong is told over the table.

import { Falha, podeOperar } from './api.js';
import { avisar, el, ocupado } from './dom.js';
import { t } from './textos.js';

/** Puts those of these actions that who has come in may do into a row's last cell; whoever has the focus on one keeps it. */
export function mostrarAcoes(celula, acoes, item) {
  const focada = celula.contains(document.activeElement) ? document.activeElement.dataset.acao : null;
  celula.replaceChildren(el('div', { class: 'acoes-da-linha' }, ...acoes.filter((acao) => acao.soLe || podeOperar()).map((acao) => botao(acao, item))));
  if (focada) {
    (celula.querySelector(`[data-acao="${focada}"]`) ?? celula.querySelector('button'))?.focus();
  }
}

function botao(acao, item) {
  const feito = el('button', { type: 'button', class: acao.classe, 'data-acao': acao.nome, 'aria-label': t(`${acao.nome}Rotulo`, item) }, t(acao.nome));
  aoApertar(feito, () => acao.fazer(item));
  return feito;
}

/** The button shows that it works until what it does is done; what goes wrong is told. */
export function aoApertar(botao, fazer) {
  botao.addEventListener('click', () => ocupado(botao, async () => {
    try {
      await fazer();
    } catch (falha) {
      if (!(falha instanceof Falha)) {
        throw falha;
      }
      avisar(falha.emPalavras(), 'erro');
    }
  }));
}
