// What went wrong, in plain words, and what to do next. A server's own words are never needed to understand it.

import { cotaEsgotada } from './api.js';
import { el } from './dom.js';
import { idiomaAtual, t, temTexto } from './idioma.js';

/** The name that the page has for a field of the contract, such as carro.placa, or paradas[0].inicio of the first stop. */
function nomeDoCampo(campo) {
  const daParada = /^paradas\[(\d+)\]\.?(.*)$/.exec(String(campo));
  if (daParada) {
    const parada = t('erro.parada', { n: Number(daParada[1]) + 1 });
    return daParada[2] ? `${parada}: ${nomeDoCampo(daParada[2])}` : parada;
  }
  const chave = `campo.${String(campo).replace(/^carro\./, '').replace(/\[\d+\]$/, '')}`;
  return temTexto(chave) ? t(chave) : String(campo);
}

/** The title of a code of the contract. */
export function tituloDoErro(codigo) {
  return t(temTexto(`erro.${codigo}.titulo`) ? `erro.${codigo}.titulo` : 'erro.ERRO_INTERNO.titulo');
}

/** What only the server can tell of a refusal, such as whether a point is taken, or which limit there is; it speaks Portuguese. */
export function motivoDoServidor({ codigo, mensagem }) {
  return ['POSTO_OCUPADO', 'LIMITE_EXCEDIDO'].includes(codigo) && typeof mensagem === 'string' && idiomaAtual() === 'pt-BR' ? mensagem.slice(0, 200).replace(/\.$/, '') : '';
}

/**
 * A message about a failure.
 *
 * @param acoes buttons with what can be done about it
 */
export function avisoDeErro(falha, ...acoes) {
  const codigo = temTexto(`erro.${falha.codigo}.titulo`) ? falha.codigo : 'ERRO_INTERNO';
  const campos = Array.isArray(falha.corpo?.erros) ? falha.corpo.erros.slice(0, 10) : [];
  const motivo = motivoDoServidor({ ...falha.corpo, codigo });
  return el(
    'div',
    { class: 'aviso erro', 'data-codigo': codigo },
    el('p', { class: 'aviso-titulo' }, t(`erro.${codigo}.titulo`)),
    motivo && el('p', null, `${motivo}.`),
    el('p', null, t(cotaEsgotada(falha) ? 'erro.COTA.fazer' : `erro.${codigo}.fazer`)),
    campos.length > 0 &&
      el(
        'ul',
        { class: 'aviso-lista' },
        campos.map(({ campo, mensagem }) =>
          el('li', null, idiomaAtual() === 'pt-BR' ? `${nomeDoCampo(campo)}: ${mensagem}` : t('erro.campo', { campo: nomeDoCampo(campo) })),
        ),
      ),
    acoes.flat().some(Boolean) && el('div', { class: 'acoes' }, acoes),
  );
}
