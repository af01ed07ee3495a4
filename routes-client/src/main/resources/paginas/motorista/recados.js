// What others did with what was reserved here: said wherever the driver is in the page, until he says that he has read it.

import { el, por, redesenhar } from './dom.js';
import { reservasGuardadas, viagensGuardadas } from './guardado.js';
import { t, temTexto } from './idioma.js';
import { linkDoPosto } from './ligacoes.js';
import { nomeDoOperador } from './postos.js';
import { chaveDoPosto, janelaDela } from './reserva.js';

/** What they end by it, or change: that the car arrived and left is no news for its driver. */
function contaAoMotorista({ de, para, por: quem }) {
  return quem !== 'motorista' && (['CANCELADA', 'EXPIRADA'].includes(para) || de === para);
}

/** What is still to be told of a reservation of which a new history has come; all of it is news but what was known before. */
export function recadosDe({ historico: sabido = [], recados = [] }, historico) {
  return Array.isArray(historico) ? [...recados, ...historico.slice(sabido?.length ?? 0).filter(contaAoMotorista)] : recados;
}

/** Who did it, what, and why. */
function emPalavras({ para, por: quem, motivo }, serverId) {
  const autor = quem === 'operador' ? t('recado.operador', { operador: nomeDoOperador(serverId) }) : temTexto(`autor.${quem}`) ? t(`autor.${quem}`) : '';
  const oque = para === 'EXPIRADA' ? t('recado.EXPIRADA') : [t(para === 'CANCELADA' ? 'recado.CANCELADA' : 'recado.mudou'), autor].filter(Boolean).join(' ');
  return motivo ? t('recado.porque', { oque, motivo }) : `${oque}.`;
}

/** What others did last with a reservation, on its card; nothing if the driver has done something since. */
export function ultimoDeOutros({ historico, reserva_id: id, server_id: serverId }) {
  const ultimo = Array.isArray(historico) && historico.at(-1);
  return ultimo && contaAoMotorista(ultimo) && el('p', { class: 'pequeno', 'data-ultimo': id }, emPalavras(ultimo, serverId));
}

let mostrado = '';

/** @param verPosto called with the key of a point; @param aoLer when one has been read */
export function mostrarRecados(verPosto, aoLer) {
  const reservas = reservasGuardadas.todas().filter(({ recados }) => recados?.length > 0);
  const viagens = viagensGuardadas.todas().filter(({ recados }) => recados?.length > 0);
  const lido = (id, esquecer) =>
    el(
      'div',
      { class: 'acoes' },
      el('button', { type: 'button', class: 'botao pequeno', 'data-acao': `lido-${id}`, click: () => { esquecer(); aoLer(); } }, t('recado.lido')),
    );
  const avisos = [
    ...reservas.map((reserva) =>
      el(
        'div',
        { class: 'aviso atencao', 'data-recado': reserva.reserva_id },
        el('p', { class: 'aviso-titulo' }, t('recado.titulo')),
        el('p', null, linkDoPosto(chaveDoPosto(reserva), reserva.nome, verPosto), `, ${janelaDela(reserva)}`),
        reserva.recados.map((recado) => el('p', null, emPalavras(recado, reserva.server_id))),
        lido(reserva.reserva_id, () => reservasGuardadas.mudar(reserva.reserva_id, { recados: [] })),
      ),
    ),
    ...viagens.map((viagem) =>
      el(
        'div',
        { class: 'aviso atencao', 'data-recado': viagem.viagem_id },
        el('p', { class: 'aviso-titulo' }, t('recado.viagem', { viagem: t('viagem.deAte', { de: viagem.origem, ate: viagem.destino }) })),
        viagem.recados.map((recado) => el('p', null, t(`recado.parada.${recado.situacao}`, { n: recado.n, nome: recado.nome, operador: nomeDoOperador(recado.server_id), janela: janelaDela(recado) }))),
        lido(viagem.viagem_id, () => viagensGuardadas.mudar(viagem.viagem_id, { recados: [] })),
      ),
    ),
  ];
  const retrato = JSON.stringify(avisos.map((aviso) => [aviso.dataset.recado, aviso.textContent]));
  // drawn anew, it would be read out once more
  if (retrato !== mostrado) {
    mostrado = retrato;
    redesenhar(por('recados'), avisos);
  }
}
