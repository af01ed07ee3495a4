// This server's HTTP. The operator's credential is kept here, in memory, and goes when the page does.

import { lingua, t, temTexto } from './textos.js';

const PRAZO_MS = 15_000;

let credencial = null;
/** Whose the credential is, as the server says it. */
let acesso = null;
const ouvintes = new Set();

/** What went wrong, in words for the operator; of its errors, those in the server's words say so. */
export class Falha extends Error {
  constructor(codigo, mensagem, erros = []) {
    super(mensagem);
    this.codigo = codigo;
    this.erros = erros;
  }

  /**
   * In Portuguese the server's own words are the better ones, as they name what is meant; but of what was filled in it speaks
   * as of a request.
   *
   * @param erros those of the fields that are to be named; the others have been shown beside theirs
   */
  emPalavras(erros = this.erros) {
    const ingles = lingua() === 'en';
    const campos = erros.map((erro) => (ingles ? erro.campo : erro.mensagem)).filter(Boolean);
    const texto = (ingles || (this.codigo === 'DADOS_INVALIDOS' && this.erros.length > 0)) && temTexto(this.codigo) ? t(this.codigo) : this.message;
    return campos.length > 0 ? `${texto}: ${campos.join('; ')}` : texto;
  }
}

export function entrou() {
  return credencial !== null;
}

/** Who has come in: {usuario, papel}; null if nobody has. */
export function quemEntrou() {
  return acesso;
}

/** Whether who has come in may do what changes something; whoever has not is asked for the credential first. */
export function podeOperar() {
  return acesso === null || acesso.papel !== 'ver';
}

/** Whether who has come in may also do what stays, the points; whoever has not is asked for the credential first. */
export function podeAdministrar() {
  return acesso === null || acesso.papel === 'administrar';
}

/** @param ouvinte told whenever the operator comes in or goes; its argument is true if the server sent them out */
export function aoMudarAcesso(ouvinte) {
  ouvintes.add(ouvinte);
}

function mudarAcesso(nova, deQuem = null, expulso = false) {
  const mudou = (nova === null) !== (credencial === null);
  credencial = nova;
  acesso = deQuem;
  if (mudou) {
    ouvintes.forEach((ouvinte) => ouvinte(expulso));
  }
}

export function sair() {
  mudarAcesso(null);
}

/** Whether the server accepts user and password; only then are they kept. */
export async function entrar(usuario, senha) {
  const bytes = new TextEncoder().encode(`${usuario}:${senha}`);
  const nova = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  const resposta = await enviar('GET', '/operadores/eu', undefined, nova);
  if (resposta.status === 401) {
    return false;
  }
  mudarAcesso(nova, await ler(resposta));
  return true;
}

/** What everybody may read. */
export async function lerAberto(caminho) {
  return ler(await enviar('GET', caminho));
}

/** What only the operator may do. @param corpo what becomes JSON, or a Blob that goes as it is */
export async function pedir(metodo, caminho, corpo, cabecalhos) {
  const usada = credencial;
  const resposta = await enviar(metodo, caminho, corpo, usada, cabecalhos);
  if (resposta.status === 401) {
    if (usada === credencial) {
      mudarAcesso(null, null, true);
    }
    throw new Falha('NAO_AUTORIZADO', t('senhaMudou'));
  }
  if (resposta.status === 403) {
    throw new Falha('SEM_PAPEL', (await resposta.json()).mensagem);
  }
  return ler(resposta);
}

const PAGINA = 200;

/**
 * All items of a list that the server gives in pages, as far as they are wanted.
 *
 * @param aindaVale asked before each further page
 */
export async function lerPaginas(caminho, campo, parametros, maximo, aindaVale) {
  const itens = [];
  let pagina;
  do {
    pagina = await pedir('GET', `${caminho}?${new URLSearchParams({ ...parametros, limite: PAGINA, deslocamento: itens.length })}`);
    itens.push(...pagina[campo]);
  } while (aindaVale() && pagina[campo].length > 0 && itens.length < Math.min(pagina.total, maximo));
  return { itens, total: pagina.total };
}

async function enviar(metodo, caminho, corpo, autorizacao, cabecalhos = {}) {
  const headers = { Accept: 'application/json', ...cabecalhos };
  if (autorizacao) {
    headers.Authorization = autorizacao;
  }
  const comoEsta = corpo instanceof Blob || corpo === undefined;
  if (corpo !== undefined) {
    headers['Content-Type'] = comoEsta ? corpo.type : 'application/json';
  }
  try {
    return await fetch(caminho, {
      method: metodo,
      headers,
      body: comoEsta ? corpo : JSON.stringify(corpo),
      // the browser neither asks for a password itself nor keeps one
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PRAZO_MS),
    });
  } catch (semRede) {
    throw new Falha('SEM_REDE', t('SEM_REDE'));
  }
}

async function ler(resposta) {
  let corpo;
  try {
    corpo = await resposta.json();
  } catch (naoEJson) {
    throw new Falha('ERRO_INTERNO', t('ERRO_INTERNO'));
  }
  if (!resposta.ok) {
    throw new Falha(corpo.codigo ?? 'ERRO_INTERNO', corpo.mensagem ?? t('ERRO_INTERNO'), corpo.erros?.map((erro) => ({ ...erro, doServidor: true })));
  }
  return corpo;
}
