// One dialog for every question: fields, an action, and what is wrong with it, told in place.

import { Falha, entrar, entrou } from './api.js';
import { $, avisar, no, ocupado } from './dom.js';
import { t } from './textos.js';

let aoDecidir = null;

/**
 * Asks; resolves to what `fazer` gave, or to null if the operator went back or is being asked something else.
 *
 * @param campos [{nome, rotulo, tipo, valor, obrigatorio, ...attributes}], or nodes to be shown as they are
 * @param fazer gets the fields' values; what it throws is shown, and the dialog stays
 */
export function perguntar({ titulo, texto = '', campos = [], sim, nao = t('voltar'), perigo = false, fazer }) {
  const dialogo = $('dialogo');
  if (dialogo.open) {
    return Promise.resolve(null);
  }
  const formulario = dialogo.querySelector('form');
  $('dialogo-titulo').textContent = titulo;
  $('dialogo-texto').textContent = texto;
  $('dialogo-texto').hidden = texto === '';
  $('dialogo-erro').hidden = true;
  $('dialogo-campos').replaceChildren(...campos.map(comoCampo));
  $('dialogo-campos').hidden = campos.length === 0;
  $('dialogo-sim').hidden = !sim;
  $('dialogo-sim').textContent = sim ?? '';
  $('dialogo-sim').className = perigo ? 'botao perigo' : 'botao primario';
  $('dialogo-nao').textContent = nao;
  formulario.onsubmit = (evento) => {
    evento.preventDefault();
    ocupado($('dialogo-sim'), () => tentar(formulario, campos, fazer));
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
  $('dialogo-erro').hidden = texto === null;
  $('dialogo-erro').textContent = texto ?? '';
}

function decidir(resultado) {
  const resolver = aoDecidir;
  aoDecidir = null;
  // no password stays in a field that is only hidden
  $('dialogo-campos').replaceChildren();
  if ($('dialogo').open) {
    $('dialogo').close();
  }
  resolver?.(resultado);
}

function comoCampo(campo) {
  if (campo instanceof Node) {
    return campo;
  }
  const { nome, rotulo, tipo = 'text', valor = '', obrigatorio = false, ...atributos } = campo;
  const id = `dialogo-${nome}`;
  const entrada = no('input', { id, name: nome, type: tipo, value: valor, required: obrigatorio, 'aria-describedby': 'dialogo-erro', ...atributos });
  return no('div', { class: 'campo inteiro' }, no('label', { for: id }, rotulo), entrada);
}

export function prepararDialogo() {
  $('dialogo-nao').addEventListener('click', () => decidir(null));
  // by Escape too; the event comes late, perhaps when the next question has been asked already
  $('dialogo').addEventListener('close', () => !$('dialogo').open && decidir(null));
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
        const campo = $('dialogo-senha');
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
