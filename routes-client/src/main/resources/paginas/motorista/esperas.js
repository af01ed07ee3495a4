// Waiting for a point to be given back: the service tells it to all who listen, and only whoever waits knows that it is meant.

import { aosPoucos, novaChave, pedir, pedirUmaVez } from './api.js';
import { el } from './dom.js';
import { esperasGuardadas } from './guardado.js';
import { diaHora, iso, janela, noLugar, t } from './idioma.js';
import { linkDoPosto } from './ligacoes.js';
import { chaveDe, fusoDe } from './postos.js';

/** Until when it is wanted, or found, in words. */
function quando(espera, { inicio, fim }) {
  const fuso = fusoDe(espera);
  return noLugar(fim ? janela(inicio, fim, fuso) : diaHora(inicio, fuso), inicio, fuso);
}

function porEscrito(janelaPedida) {
  return janelaPedida ? { inicio: iso(janelaPedida.inicio), fim: iso(janelaPedida.fim) } : {};
}

/**
 * Asks to be told.
 *
 * @param janelaPedida {inicio, fim} in ms; null: as soon as the point is free
 */
export async function esperarVaga(posto, janelaPedida) {
  const corpo = { server_id: posto.server_id, posto_id: posto.id, ...porEscrito(janelaPedida) };
  const chave = novaChave();
  const { espera } = await pedirUmaVez('POST', '/esperas', { corpo, chave });
  const guardada = { ...espera, chave, corpo, nome: posto.nome };
  esperasGuardadas.guardar(guardada);
  return guardada;
}

/** Whether this device waits for this point in this window, as esperarVaga() takes it. */
export function haEspera(posto, janelaPedida) {
  const { inicio, fim } = porEscrito(janelaPedida);
  return esperasGuardadas
    .todas()
    .some(
      (espera) =>
        espera.situacao === 'esperando' &&
        !passou(espera) &&
        chaveDe({ server_id: espera.server_id, id: espera.posto_id }) === chaveDe(posto) &&
        espera.corpo.inicio === inicio &&
        espera.corpo.fim === fim,
    );
}

function passou(espera) {
  return Date.parse(espera.fim) <= Date.now();
}

/** A point was given back: the wait of this device that it is for, as it is now, whichever tab heard of it first; null: somebody else's. */
export function vagou({ espera_id: id, inicio, fim }) {
  const espera = esperasGuardadas.todas().find((outra) => outra.espera_id === id);
  if (!espera) {
    return null;
  }
  const mudanca = { situacao: 'avisada', vaga: { inicio, fim } };
  esperasGuardadas.mudar(id, mudanca);
  return { ...espera, ...mudanca };
}

/**
 * Asks what became of the waits while this device did not listen, and forgets those whose time has passed.
 *
 * @param avisar called with each of which it was told meanwhile, or before, if the driver has not answered yet
 */
export async function reverEsperas(avisar) {
  esperasGuardadas.todas().filter(passou).forEach(({ espera_id: id }) => esperasGuardadas.esquecer(id));
  const esperas = esperasGuardadas.todas();
  esperas.filter((espera) => espera.situacao === 'avisada').forEach(avisar);
  await aosPoucos(esperas.filter((espera) => espera.situacao === 'esperando'), async ({ espera_id: id, chave, corpo }) => {
    try {
      // the same request tells what became of it
      const { espera } = await pedir('POST', '/esperas', { corpo, chave });
      const agora = espera.situacao === 'avisada' && vagou({ espera_id: id, ...espera.vaga });
      if (agora) {
        avisar(agora);
      } else {
        // told long ago, it is a new wait
        esperasGuardadas.mudar(id, { espera_id: espera.espera_id, fim: espera.fim });
      }
    } catch (falha) {
      // it is asked for again next time
    }
  });
}

/** What is said to whoever waited. */
export function recadoDaVaga(espera, { reservar, dispensar }) {
  const recado = el(
    'div',
    { class: 'aviso sucesso', 'data-vaga': espera.espera_id },
    el('p', { class: 'aviso-titulo' }, t('vaga.titulo', { posto: espera.nome })),
    el('p', null, t(espera.vaga.fim ? 'vaga.ate' : 'vaga.desde', { quando: quando(espera, espera.vaga) })),
    el(
      'div',
      { class: 'acoes' },
      el('button', { type: 'button', class: 'botao pequeno primario', click: () => sair(reservar) }, t('reservar.botao')),
      el('button', { type: 'button', class: 'botao pequeno', click: () => sair(dispensar) }, t('vaga.dispensar')),
    ),
  );

  function sair(depois) {
    esperasGuardadas.esquecer(espera.espera_id);
    recado.remove();
    depois();
  }

  return recado;
}

/** The waits of this device; null: there is none. */
export function listaDeEsperas(verPosto, aoDesistir) {
  const esperas = esperasGuardadas.todas().filter((espera) => espera.situacao === 'esperando');
  return esperas.length === 0
    ? null
    : el(
        'section',
        { class: 'cartao', 'aria-labelledby': 'titulo-esperas' },
        el('h2', { id: 'titulo-esperas' }, t('esperas.titulo')),
        el(
          'ul',
          { class: 'lista' },
          esperas.map((espera) =>
            el(
              'li',
              { class: 'linha', 'data-espera': espera.espera_id },
              linkDoPosto(`${espera.server_id}:${espera.posto_id}`, espera.nome, verPosto),
              el('span', { class: 'suave pequeno numero' }, espera.inicio ? quando(espera, espera) : t('esperas.ate', { hora: quando(espera, { inicio: espera.fim }) })),
              el('button', { type: 'button', class: 'botao discreto pequeno', 'data-acao': `desistir-${espera.espera_id}`, click: () => desistir(espera, aoDesistir) }, t('esperas.desistir')),
            ),
          ),
        ),
      );
}

/** Nobody is to wait any more for what this device forgets. */
export function desistirDeTodas() {
  esperasGuardadas.todas().forEach((espera) => desistir(espera));
}

function desistir({ espera_id: id }, aoDesistir = () => {}) {
  esperasGuardadas.esquecer(id);
  aoDesistir();
  // unheard, it is told to nobody: this device does not know it any more
  pedir('DELETE', `/esperas/${encodeURIComponent(id)}`).catch(() => {});
}
