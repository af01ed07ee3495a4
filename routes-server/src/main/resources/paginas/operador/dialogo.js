// One dialog for every question: fields, an action, and what is wrong with it, told in place.

import { Falha, entrar, entrou } from './api.js';
import { avisar, el, ocupado, por } from './dom.js';
import { lingua, SEM_NOME, t } from './textos.js';

/** What `fazer` gives if the dialog is to stay. */
export const FICAR = Symbol('ficar');

let aoDecidir = null;

/**
 * Asks; resolves to what `fazer` gave, or to null if the operator went back or is being asked something else.
 *
 * @param campos [{nome, rotulo, tipo, valor, obrigatorio, dica, opcoes, ...attributes}], or nodes to be shown as they are; opcoes
 *     are the [value, text]s of a list to choose from
 * @param fazer gets the fields' values; what it throws is shown, that of a field beside it, and the dialog stays
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
  const faltam = campos.filter((campo) => campo.obrigatorio && vazio(valores[campo.nome]));
  for (const campo of campos.filter((um) => um.nome)) {
    formulario.elements[campo.nome].setAttribute('aria-invalid', String(faltam.includes(campo)));
    errarNoCampo(campo.nome, '');
  }
  if (faltam.length > 0) {
    errar(t('obrigatorio'));
    formulario.elements[faltam[0].nome].focus();
    return;
  }
  const pergunta = aoDecidir;
  try {
    const feito = await fazer(valores);
    if (aoDecidir === pergunta && feito !== FICAR) {
      decidir(feito ?? true);
    }
  } catch (falha) {
    // who has left the question is told outside of it, not in the next one
    if (aoDecidir !== pergunta) {
      avisar(falha instanceof Falha ? falha.emPalavras() : t('ERRO_INTERNO'), 'erro');
    } else if (falha instanceof Falha) {
      mostrarFalha(falha, formulario, campos);
    } else {
      errar(t('ERRO_INTERNO'));
    }
    if (!(falha instanceof Falha)) {
      throw falha;
    }
  }
}

function vazio(valor) {
  return valor instanceof File ? valor.name === '' : !valor.trim();
}

/** What is said of a field is shown beside it, the rest below all of them. */
function mostrarFalha(falha, formulario, campos) {
  const nomes = campos.map((campo) => campo.nome).filter(Boolean);
  const dosCampos = falha.erros.filter((erro) => nomes.includes(erro.campo));
  for (const { campo, mensagem, doServidor } of dosCampos) {
    formulario.elements[campo].setAttribute('aria-invalid', 'true');
    errarNoCampo(campo, mensagem, doServidor);
  }
  errar(falha.emPalavras(falha.erros.filter((erro) => !dosCampos.includes(erro))));
  if (dosCampos.length > 0) {
    formulario.elements[dosCampos[0].campo].focus();
  }
}

function errarNoCampo(nome, texto, doServidor = false) {
  const erro = por(`dialogo-${nome}-erro`);
  erro.lang = doServidor ? 'pt-BR' : lingua();
  erro.textContent = texto;
  erro.hidden = texto === '';
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
  const { nome, rotulo, tipo = 'text', valor = '', obrigatorio = false, dica = '', opcoes = null, ...atributos } = campo;
  const id = `dialogo-${nome}`;
  const descricao = [...(dica ? [`${id}-dica`] : []), `${id}-erro`, 'dialogo-erro'].join(' ');
  const comuns = { id, name: nome, required: obrigatorio, 'aria-describedby': descricao, ...atributos };
  const entrada = opcoes
    ? el('select', comuns, ...opcoes.map(([um, texto]) => el('option', { value: um, selected: um === valor }, texto)))
    : el('input', { type: tipo, value: valor, ...comuns });
  return el(
    'div',
    { class: 'campo inteiro' },
    el('label', { for: id }, rotulo),
    entrada,
    dica && el('p', { class: 'dica', id: `${id}-dica` }, dica),
    el('p', { class: 'erro', id: `${id}-erro`, hidden: true }),
  );
}

export function prepararDialogo() {
  por('dialogo-nao').addEventListener('click', () => decidir(null));
  // by Escape too; the event comes late, perhaps when the next question has been asked already
  por('dialogo').addEventListener('close', () => !por('dialogo').open && decidir(null));
}

/** The button, and in a line below it what it does. */
function comDica(escolha) {
  const botao = botaoDeEscolha(escolha);
  if (!escolha.dica) {
    return [botao];
  }
  const id = `dica-${escolha.valor}`;
  botao.setAttribute('aria-describedby', id);
  return [botao, el('p', { class: 'dica', id }, escolha.dica)];
}

/** A button that answers the question that is open with this value. */
export function botaoDeEscolha({ valor, rotulo, aria = null, classe = 'botao' }) {
  const botao = el('button', { type: 'button', class: classe, 'data-escolha': valor, 'aria-label': aria }, rotulo);
  botao.addEventListener('click', () => decidir(valor));
  return botao;
}

/** Lets choose what to do next: resolves to the value of the choice, or to null. @param escolhas what botaoDeEscolha takes, and perhaps a dica */
export function escolher({ escolhas, campos = [], ...resto }) {
  const botoes = el('div', { class: 'escolhas campo inteiro' }, ...escolhas.flatMap(comDica));
  return perguntar({ ...resto, campos: escolhas.length > 0 ? [...campos, botoes] : campos, nao: t('fechar') });
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
      { nome: 'usuario', rotulo: t('usuario'), valor: SEM_NOME, obrigatorio: true, autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' },
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
