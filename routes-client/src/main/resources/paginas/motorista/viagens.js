// Trips that were asked for: their steps until they are certain, and cancelling them.

import { aosPoucos, pedir, pedirUmaVez, semResposta } from './api.js';
import { confirmarEsquecer, perguntar } from './dialogo.js';
import { el } from './dom.js';
import { avisoDeErro, motivoDoServidor, tituloDoErro } from './erros.js';
import { pendente, viagensGuardadas } from './guardado.js';
import { diaHora, dinheiro, janela, noLugar, t, temTexto } from './idioma.js';
import { linkDoPosto } from './ligacoes.js';
import { buscar, esperaAte, fusoDe, nomeDoOperador, ondeFica } from './postos.js';
import { chaveDoPosto, levar } from './reserva.js';

const INCERTAS = ['em_andamento', 'cancelando'];
const CORES = { confirmada: 'livre', em_andamento: 'manutencao', cancelando: 'manutencao', recusada: 'ocupado', cancelada: 'ocupado' };
const CORES_DA_PARADA = { CONFIRMADA: 'livre', EM_ANDAMENTO: 'livre', PRE_RESERVADA: 'manutencao', CANCELADA: 'ocupado', EXPIRADA: 'ocupado' };
/** Stops that are not reserved any more; one that its operator does not know has no situation at all. */
const PERDIDAS = ['CANCELADA', 'EXPIRADA', undefined];
const PASSO_MS = 1000;
const ouvintes = new Set();
/** By viagem_id, the trips that are asked for once a second. */
const acompanhando = new Set();
/** By viagem_id, the question on its way. */
const perguntando = new Map();

/** Whoever shows trips hears of each change of one that is kept here, with the trip as it is then. */
export function ouvirViagens(ouvinte) {
  ouvintes.add(ouvinte);
}

function contar(viagem) {
  ouvintes.forEach((ouvinte) => ouvinte(viagem));
}

/** Whether operators or the clock may still do something with a stop of this trip. */
export function emAberto(viagem) {
  return viagem.situacao === 'confirmada' && viagem.paradas.some((parada) => ['CONFIRMADA', 'EM_ANDAMENTO'].includes(parada.situacao));
}

/** The stops as one reserves them, with the names that only the plan has. */
function comNomes(paradas, doPlano) {
  return paradas.map((parada, indice) => ({
    ...parada,
    fuso: parada.fuso ?? doPlano[indice]?.fuso,
    custo: doPlano[indice]?.custo,
    // its operator may have given it another point
    nome: (doPlano[indice]?.posto_id === parada.posto_id && doPlano[indice].nome) || buscar(`${parada.server_id}:${parada.posto_id}`)?.nome || `#${parada.posto_id}`,
  }));
}

function daqui(id) {
  return viagensGuardadas.todas().find((viagem) => viagem.viagem_id === id);
}

/** The stops of an operator that did not answer are those of the decision: what was heard of them since is newer. */
function comAsSabidas(viagem, guardada) {
  const caladas = viagem.sem_resposta ?? [];
  const sabidas = guardada?.situacao === 'confirmada' ? guardada.paradas : [];
  return viagem.paradas.map((parada, indice) => (caladas.includes(parada.server_id) ? (sabidas[indice] ?? parada) : parada));
}

/** What is to be told of a confirmed trip whose stops are not any more what they were, by what its operators or the clock did. */
function recadosDela(antes, paradas) {
  const novos = paradas.flatMap((parada, indice) => {
    const outra = antes.paradas[indice];
    const perdida = ['CANCELADA', 'EXPIRADA'].includes(parada.situacao) && outra?.situacao !== parada.situacao;
    const movida = outra && outra.posto_id !== parada.posto_id;
    const adiada = outra && ['inicio', 'fim'].some((hora) => Date.parse(outra[hora]) !== Date.parse(parada[hora]));
    const { nome, server_id, posto_id, inicio, fim, fuso, situacao } = parada;
    return perdida || movida || adiada ? [{ n: indice + 1, nome, server_id, posto_id, inicio, fim, fuso, situacao: perdida ? situacao : movida ? 'mudou' : 'horario' }] : [];
  });
  return [...(antes.recados ?? []), ...novos];
}

/** Keeps the answer about a trip. */
function anotarViagem(viagem, mudanca) {
  const guardada = daqui(viagem.viagem_id);
  const paradas = Array.isArray(viagem.paradas) && viagem.paradas.length > 0 ? comAsSabidas(viagem, guardada) : (guardada?.paradas ?? []);
  const nova = {
    ...guardada,
    ...mudanca,
    viagem_id: viagem.viagem_id,
    codigo: viagem.codigo_reserva ?? guardada?.codigo,
    situacao: viagem.situacao,
    sem_resposta: viagem.sem_resposta,
    paradas: comNomes(paradas, mudanca?.paradas ?? guardada?.paradas ?? []),
  };
  if (guardada?.situacao === 'confirmada' && nova.situacao === 'confirmada') {
    nova.recados = recadosDela(guardada, nova.paradas);
  }
  if (guardada) {
    viagensGuardadas.mudar(viagem.viagem_id, nova);
  } else {
    viagensGuardadas.guardar(nova);
  }
  if (JSON.stringify(nova) !== JSON.stringify(guardada)) {
    contar(nova);
  }
  return nova;
}

/** Repeats a request for a trip that got no answer; resolves to the trip. */
export async function repetirViagem({ corpo, chave, mudanca }, aoRepetir) {
  try {
    const viagem = await pedirUmaVez('POST', '/viagens', { corpo, chave }, aoRepetir);
    pendente.apagar('viagem', chave);
    return anotarViagem(viagem, mudanca);
  } catch (falha) {
    if (!semResposta(falha)) {
      pendente.apagar('viagem', chave);
    }
    throw falha;
  }
}

/** Asks how a trip stands and keeps the answer; whoever asks meanwhile gets the same one. */
function perguntarPor(viagem) {
  const id = viagem.viagem_id;
  if (!perguntando.has(id)) {
    const situacao = daqui(id)?.situacao;
    const resposta = pedir('GET', `/viagens/${encodeURIComponent(id)}`, { codigo: viagem.codigo })
      // meanwhile the driver may have cancelled the trip, or let this device forget it
      .then((agora) => (daqui(id) && daqui(id).situacao === situacao ? anotarViagem(agora) : (daqui(id) ?? viagem)))
      .finally(() => perguntando.delete(id));
    perguntando.set(id, resposta);
  }
  return perguntando.get(id);
}

/** Asks once a second until a trip is certain. */
export async function acompanhar(viagem) {
  if (acompanhando.has(viagem.viagem_id)) {
    return;
  }
  acompanhando.add(viagem.viagem_id);
  try {
    let atual = viagem;
    while (INCERTAS.includes(atual.situacao) && daqui(viagem.viagem_id)) {
      await new Promise((pronto) => setTimeout(pronto, PASSO_MS));
      try {
        atual = await perguntarPor(viagem);
      } catch (falha) {
        if (falha.codigo === 'VIAGEM_INEXISTENTE') {
          return;
        }
      }
    }
  } finally {
    acompanhando.delete(viagem.viagem_id);
  }
}

/** Asks again how the trips stand that are kept here and not over. */
export async function atualizarViagens() {
  const porSaber = viagensGuardadas.todas().filter((viagem) => INCERTAS.includes(viagem.situacao) || emAberto(viagem));
  await aosPoucos(porSaber, atualizarViagem);
}

async function atualizarViagem(viagem) {
  let atual = viagem;
  try {
    atual = await perguntarPor(viagem);
  } catch (falha) {
    // as it was
  }
  acompanhar(atual);
}

/** An operator or the clock did something with a reservation: whether it is a stop of a trip that is kept here. */
export function paradaMudou(evento) {
  const viagem = viagensGuardadas.todas().find((outra) => outra.paradas.some((parada) => parada.reserva_id && parada.reserva_id === evento.reserva_id));
  if (!viagem) {
    return false;
  }
  const paradas = viagem.paradas.map((parada) => (parada.reserva_id === evento.reserva_id ? { ...parada, situacao: String(evento.situacao ?? parada.situacao) } : parada));
  const mudanca = { paradas, ...(viagem.situacao === 'confirmada' && { recados: recadosDela(viagem, paradas) }) };
  viagensGuardadas.mudar(viagem.viagem_id, mudanca);
  contar({ ...viagem, ...mudanca });
  if (viagem.situacao === 'confirmada') {
    // a question that is on its way may have been answered before this happened
    Promise.resolve(perguntando.get(viagem.viagem_id))
      .catch(() => {})
      .then(() => atualizarViagem(viagem));
  }
  return true;
}

export function etiquetaDaViagem(situacao) {
  const chave = `viagem.situacao.${situacao}`;
  return el('span', { class: `etiqueta ${CORES[situacao] ?? 'neutra'}` }, temTexto(chave) ? t(chave) : String(situacao));
}

/** Until when to arrive at a stop, and what it may cost. */
function oQueEspera(parada) {
  const fuso = fusoDe(parada);
  const ate = parada.situacao === 'CONFIRMADA' ? esperaAte(parada, Date.parse(parada.inicio), Date.parse(parada.fim)) : null;
  return [ate !== null && t('reservas.chegarAte', { hora: noLugar(diaHora(ate, fuso), ate, fuso) }), Number.isFinite(parada.custo) && t('viagem.custoDaParada', { custo: dinheiro(parada.custo) })].filter(Boolean).join(' ');
}

/** What one takes along of a stop that is still to come. */
function levarParada(parada) {
  return (
    parada.reserva_id &&
    parada.situacao === 'CONFIRMADA' &&
    el('details', { 'data-levar': parada.reserva_id }, el('summary', { class: 'pequeno', 'data-acao': `levar-${parada.reserva_id}` }, t('viagem.levar')), el('div', { class: 'pilha' }, levar({ ...parada, codigo: undefined })))
  );
}

/**
 * Each stop with what became of it, and why.
 *
 * @param verPosto called with the key of a point; absent: the names of the stops lead nowhere
 */
export function passos(viagem, verPosto) {
  return el(
    'ol',
    { class: 'passos' },
    viagem.paradas.map((parada, indice) => {
      const recusada = parada.codigo && parada.codigo !== 'OK';
      const alternativas = Array.isArray(parada.alternativas) ? parada.alternativas.slice(0, 3).map((outra) => outra.nome).join(', ') : '';
      return el(
        'li',
        { class: recusada ? 'recusado' : null },
        el('span', { class: 'passo-n', 'aria-hidden': 'true' }, String(indice + 1)),
        el(
          'div',
          null,
          el('b', null, verPosto ? linkDoPosto(chaveDoPosto(parada), parada.nome, verPosto, { 'data-acao': `posto-${viagem.viagem_id}-${indice}` }) : parada.nome),
          el('span', { class: 'suave pequeno numero' }, `${noLugar(janela(parada.inicio, parada.fim, fusoDe(parada)), parada.inicio, fusoDe(parada))} · ${[ondeFica(parada), nomeDoOperador(parada.server_id)].filter(Boolean).join(' · ')}`),
          verPosto && el('span', { class: 'pequeno' }, oQueEspera(parada)),
          verPosto && levarParada(parada),
          recusada && el('span', { class: 'erro-texto pequeno' }, motivoDoServidor(parada) || tituloDoErro(parada.codigo)),
          // what its operator has changed at a point that is still reserved
          parada.situacao === 'CONFIRMADA' && parada.mensagem && el('span', { class: 'erro-texto pequeno', 'data-aviso': parada.reserva_id }, parada.mensagem),
          alternativas && el('span', { class: 'pequeno' }, t('viagem.alternativas', { nomes: alternativas })),
        ),
        parada.situacao
          ? el('span', { class: `etiqueta ${CORES_DA_PARADA[parada.situacao] ?? 'neutra'}` }, temTexto(`situacao.${parada.situacao}`) ? t(`situacao.${parada.situacao}`) : String(parada.situacao))
          : INCERTAS.includes(viagem.situacao) && el('span', { class: 'carregando pequeno' }, t('viagem.perguntando')),
      );
    }),
  );
}

/** Which stops of a confirmed trip are not reserved any more, and what to do. */
export function avisoDasPerdidas(viagem) {
  const perdidas = viagem.paradas.flatMap((parada, indice) => (PERDIDAS.includes(parada.situacao) ? [{ parada, n: indice + 1 }] : []));
  if (viagem.situacao !== 'confirmada' || perdidas.length === 0) {
    return null;
  }
  const passou = perdidas.every(({ parada }) => Date.parse(parada.fim) < Date.now());
  return el(
    'div',
    { class: 'aviso atencao', 'data-perdidas': perdidas.length },
    perdidas.map(({ parada, n }) => el('p', { class: 'aviso-titulo' }, t(`viagem.perdida.${parada.situacao ?? 'desconhecida'}`, { n, nome: parada.nome }))),
    !passou && el('p', null, t('viagem.perdida.fazer')),
  );
}

/** A trip that is kept on this device. */
export function cartaoDaViagem(viagem, verPosto) {
  const custo = viagem.paradas.reduce((soma, parada) => soma + parada.custo, 0);
  return el(
    'article',
    { class: 'cartao reserva', 'data-viagem': viagem.viagem_id },
    el('div', { class: 'cartao-titulo' }, el('h3', { tabindex: -1, 'data-acao': `ver-${viagem.viagem_id}` }, t('viagem.deAte', { de: viagem.origem, ate: viagem.destino })), etiquetaDaViagem(viagem.situacao)),
    avisoDasPerdidas(viagem),
    viagem.modelo && el('p', { class: 'suave pequeno' }, [t('viagem.carro', { modelo: viagem.modelo }), Number.isFinite(custo) && t('viagem.custoDela', { custo: dinheiro(custo) })].filter(Boolean).join(' · ')),
    passos(viagem, verPosto),
    viagem.situacao === 'confirmada' &&
      viagem.sem_resposta?.length > 0 &&
      el('p', { class: 'suave pequeno' }, t('postos.fora', { nomes: viagem.sem_resposta.map(nomeDoOperador).join(', ') })),
    viagem.codigo && el('p', { class: 'pequeno' }, el('span', { class: 'suave' }, `${t('reservado.codigo')} `), el('code', { class: 'codigo-reserva' }, viagem.codigo)),
    el(
      'div',
      { class: 'acoes' },
      viagem.situacao === 'confirmada' &&
        el('button', { type: 'button', class: 'botao pequeno perigo', 'data-acao': `cancelar-${viagem.viagem_id}`, click: () => cancelarViagem(viagem, () => document.querySelector(`[data-acao="ver-${CSS.escape(viagem.viagem_id)}"]`)) }, t('viagem.cancelar')),
      el('button', { type: 'button', class: 'botao pequeno discreto', 'data-acao': `esquecer-${viagem.viagem_id}`, click: () => esquecerViagem(viagem) }, t('reservas.esquecer')),
    ),
  );
}

function esquecerViagem(viagem) {
  const titulo = () => document.querySelector('main h1:not([hidden] *)');
  const agir = () => {
    viagensGuardadas.esquecer(viagem.viagem_id);
    contar(viagem);
  };
  if (INCERTAS.includes(viagem.situacao) || emAberto(viagem)) {
    confirmarEsquecer({ codigo: viagem.codigo, agir, foco: titulo });
  } else {
    agir();
    titulo().focus();
  }
}

/** @param foco what has the focus afterwards */
export function cancelarViagem(viagem, foco) {
  perguntar({
    titulo: t('viagem.cancelar.titulo'),
    conteudo: el('p', null, t('viagem.cancelar.texto', { n: viagem.paradas.length, viagem: t('viagem.deAte', { de: viagem.origem, ate: viagem.destino }) })),
    sim: t('viagem.cancelar.sim'),
    perigo: true,
    foco,
    agir: async () => {
      try {
        const resposta = await pedirUmaVez('DELETE', `/viagens/${encodeURIComponent(viagem.viagem_id)}`, { codigo: viagem.codigo });
        acompanhar(anotarViagem({ ...resposta, viagem_id: viagem.viagem_id }));
        return null;
      } catch (falha) {
        return avisoDeErro(falha);
      }
    },
  });
}
