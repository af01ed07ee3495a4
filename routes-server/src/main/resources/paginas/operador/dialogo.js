// One dialog for every question: fields, an action, and what is wrong with it, told in place.

import { Falha, entrar, entrou } from './api.js';
import { avisar, el, ocupado, por } from './dom.js';
import { t } from './textos.js';

let aoDecidir = null;

/**
 * Asks; resolves to what `fazer` gave, or to null if the operator went back or is being asked something else.
 *
 * @param campos [{nome, rotulo, tipo, valor, obrigatorio, ...attributes}], or nodes to be shown as they are
 * @param fazer gets the fields' values; what it throws is shown, and the dialog stays
 */
export function perguntar({ titulo, texto = '', campos = [], sim, nao = t('voltar'), perigo = false, fazer }) {
  const dialogo = por('dialogo');
  if (dialogo.open) {
    return Promise.resolve(null);
  }
  const formulario = dialogo.querySelector('form');
  por('dialogo-titulo').textContent = titulo;
  por('dialogo-texto').textContent = texto;
  por('dialogo-texto').hidden = texto === '';
  por('dialogo-erro').hidden = true;
  por('dialogo-campos').replaceChildren(...campos.map(comoCampo));
  por('dialogo-campos').hidden = campos.length === 0;
  por('dialogo-sim').hidden = !sim;
  por('dialogo-sim').textContent = sim ?? '';
  por('dialogo-sim').className = perigo ? 'botao perigo' : 'botao primario';
  por('dialogo-nao').textContent = nao;
  formulario.onsubmit = (evento) => {
    evento.preventDefault();
    ocupado(por('dialogo-sim'), () => tentar(formulario, campos, fazer));
  };
  dialogo.showModal();
  return new Promise((resolver) => {
    aoDecidir = resolver;
  });
}

async function tentar(formulario, campos, fazer) {
  errar(null);
  const valores = Object.fromEntries(new FormData(formulario));
  const faltam = campos.filter((campo) => campo.obrigatorio && !valores[campo.nome].trim());
  for (const campo of campos.filter((um) => um.nome)) {
    formulario.elements[campo.nome].setAttribute('aria-invalid', String(faltam.includes(campo)));
  }
  if (faltam.length > 0) {
    errar(t('obrigatorio'));
    formulario.elements[faltam[0].nome].focus();
    return;
  }
  const pergunta = aoDecidir;
  try {
    const feito = await fazer(valores);
    if (aoDecidir === pergunta) {
      decidir(feito ?? true);
    }
  } catch (falha) {
    const texto = falha instanceof Falha ? falha.emPalavras() : t('ERRO_INTERNO');
    // who has left the question is told outside of it, not in the next one
    if (aoDecidir === pergunta) {
      errar(texto);
    } else {
      avisar(texto, 'erro');
    }
    if (!(falha instanceof Falha)) {
      throw falha;
    }
  }
}

function errar(texto) {
  por('dialogo-erro').hidden = texto === null;
  por('dialogo-erro').textContent = texto ?? '';
}

function decidir(resultado) {
  const resolver = aoDecidir;
  aoDecidir = null;
  // no password stays in a field that is only hidden
  por('dialogo-campos').replaceChildren();
  if (por('dialogo').open) {
    por('dialogo').close();
  }
  resolver?.(resultado);
}

function comoCampo(campo) {
  if (campo instanceof Node) {
    return campo;
  }
  const { nome, rotulo, tipo = 'text', valor = '', obrigatorio = false, ...atributos } = campo;
  const id = `dialogo-${nome}`;
  const entrada = el('input', { id, name: nome, type: tipo, value: valor, required: obrigatorio, 'aria-describedby': 'dialogo-erro', ...atributos });
  return el('div', { class: 'campo inteiro' }, el('label', { for: id }, rotulo), entrada);
}

export function prepararDialogo() {
  por('dialogo-nao').addEventListener('click', () => decidir(null));
  // by Escape too; the event comes late, perhaps when the next question has been asked already
  por('dialogo').addEventListener('close', () => !por('dialogo').open && decidir(null));
}

/** Asks for the credential if it is not there yet; resolves to whether it is now. */
export async function exigirAcesso() {
  if (entrou()) {
    return true;
  }
  return (await perguntar({
    titulo: t('entrarTitulo'),
    texto: t('entrarTexto'),
    campos: [
      { nome: 'usuario', rotulo: t('usuario'), valor: 'operador', obrigatorio: true, autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' },
      { nome: 'senha', rotulo: t('senha'), tipo: 'password', obrigatorio: true, autocomplete: 'current-password', autofocus: true },
    ],
    sim: t('entrar'),
    async fazer({ usuario, senha }) {
      if (!(await entrar(usuario, senha))) {
        const campo = por('dialogo-senha');
        // it is gone if the operator went back meanwhile
        if (campo) {
          campo.value = '';
          campo.focus();
        }
        throw new Falha('NAO_AUTORIZADO', t('senhaErrada'));
      }
      avisar(t('entrou', { usuario }));
    },
  })) !== null;
}
