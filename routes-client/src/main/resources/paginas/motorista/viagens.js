// Trips that were asked for: their steps until they are certain, and cancelling them.

import { pedir, pedirUmaVez, semResposta } from './api.js';
import { perguntar } from './dialogo.js';
import { el } from './dom.js';
import { avisoDeErro, tituloDoErro } from './erros.js';
import { pendente, viagensGuardadas } from './guardado.js';
import { janela, t, temTexto } from './idioma.js';
import { buscar } from './postos.js';

const INCERTAS = ['em_andamento', 'cancelando'];
const CORES = { confirmada: 'livre', em_andamento: 'manutencao', cancelando: 'manutencao', recusada: 'ocupado', cancelada: 'ocupado' };
const CORES_DA_PARADA = { CONFIRMADA: 'livre', PRE_RESERVADA: 'manutencao', CANCELADA: 'ocupado', EXPIRADA: 'ocupado' };
const PASSO_MS = 1000;
const acompanhando = new Set();

/** The stops as one reserves them, with the names that only the plan has. */
function comNomes(paradas, doPlano) {
  return paradas.map((parada, indice) => ({
    ...parada,
    nome: doPlano[indice]?.nome ?? buscar(`${parada.server_id}:${parada.posto_id}`)?.nome ?? `#${parada.posto_id}`,
  }));
}

/** Keeps the answer about a trip. */
function anotarViagem(viagem, mudanca) {
  const guardada = viagensGuardadas.todas().find((outra) => outra.viagem_id === viagem.viagem_id);
  const paradas = Array.isArray(viagem.paradas) && viagem.paradas.length > 0 ? viagem.paradas : (guardada?.paradas ?? []);
  const nova = {
    ...guardada,
    ...mudanca,
    viagem_id: viagem.viagem_id,
    codigo: viagem.codigo_reserva ?? guardada?.codigo,
    situacao: viagem.situacao,
    paradas: comNomes(paradas, mudanca?.paradas ?? guardada?.paradas ?? []),
  };
  if (guardada) {
    viagensGuardadas.mudar(viagem.viagem_id, nova);
  } else {
    viagensGuardadas.guardar(nova);
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

/** Asks once a second until a trip is certain; aoMudar is called with each answer. */
export async function acompanhar(viagem, aoMudar) {
  if (acompanhando.has(viagem.viagem_id)) {
    return;
  }
  acompanhando.add(viagem.viagem_id);
  try {
    let atual = viagem;
    while (INCERTAS.includes(atual.situacao) && viagensGuardadas.todas().some((outra) => outra.viagem_id === viagem.viagem_id)) {
      await new Promise((pronto) => setTimeout(pronto, PASSO_MS));
      try {
        atual = anotarViagem(await pedir('GET', `/viagens/${encodeURIComponent(viagem.viagem_id)}`, { codigo: viagem.codigo }));
        aoMudar(atual);
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

/** Asks again how the trips stand that are kept here and not certain. */
export async function atualizarViagens(aoMudar) {
  for (const viagem of viagensGuardadas.todas()) {
    if (INCERTAS.includes(viagem.situacao)) {
      try {
        anotarViagem(await pedir('GET', `/viagens/${encodeURIComponent(viagem.viagem_id)}`, { codigo: viagem.codigo }));
        aoMudar();
      } catch (semResposta) {
        // as it was
      }
      acompanhar(viagensGuardadas.todas().find((outra) => outra.viagem_id === viagem.viagem_id) ?? viagem, aoMudar);
    }
  }
}

export function etiquetaDaViagem(situacao) {
  const chave = `viagem.situacao.${situacao}`;
  return el('span', { class: `etiqueta ${CORES[situacao] ?? 'neutra'}` }, temTexto(chave) ? t(chave) : String(situacao));
}

/** Each stop with what became of it, and why. */
export function passos(viagem) {
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
          el('b', null, parada.nome),
          el('span', { class: 'suave pequeno numero' }, `${janela(parada.inicio, parada.fim)} · ${parada.server_id}`),
          recusada && el('span', { class: 'erro-texto pequeno' }, tituloDoErro(parada.codigo)),
          alternativas && el('span', { class: 'pequeno' }, t('viagem.alternativas', { nomes: alternativas })),
        ),
        parada.situacao
          ? el('span', { class: `etiqueta ${CORES_DA_PARADA[parada.situacao] ?? 'neutra'}` }, temTexto(`situacao.${parada.situacao}`) ? t(`situacao.${parada.situacao}`) : String(parada.situacao))
          : INCERTAS.includes(viagem.situacao) && el('span', { class: 'carregando pequeno' }, t('viagem.perguntando')),
      );
    }),
  );
}

/** A trip that is kept on this device. */
export function cartaoDaViagem(viagem, aoMudar) {
  return el(
    'article',
    { class: 'cartao reserva', 'data-viagem': viagem.viagem_id },
    el('div', { class: 'cartao-titulo' }, el('h3', null, t('viagem.deAte', { de: viagem.origem, ate: viagem.destino })), etiquetaDaViagem(viagem.situacao)),
    passos(viagem),
    viagem.codigo && el('p', { class: 'pequeno' }, el('span', { class: 'suave' }, `${t('reservado.codigo')} `), el('code', { class: 'codigo-reserva' }, viagem.codigo)),
    el(
      'div',
      { class: 'acoes' },
      viagem.situacao === 'confirmada' &&
        el('button', { type: 'button', class: 'botao pequeno perigo', 'data-acao': `cancelar-${viagem.viagem_id}`, click: () => cancelarViagem(viagem, aoMudar) }, t('viagem.cancelar')),
      el('button', { type: 'button', class: 'botao pequeno discreto', 'data-acao': `esquecer-${viagem.viagem_id}`, click: () => { viagensGuardadas.esquecer(viagem.viagem_id); aoMudar(); } }, t('reservas.esquecer')),
    ),
  );
}

export function cancelarViagem(viagem, aoMudar) {
  perguntar({
    titulo: t('viagem.cancelar.titulo'),
    conteudo: el('p', null, t('viagem.cancelar.texto', { n: viagem.paradas.length })),
    sim: t('viagem.cancelar.sim'),
    perigo: true,
    agir: async () => {
      try {
        const resposta = await pedirUmaVez('DELETE', `/viagens/${encodeURIComponent(viagem.viagem_id)}`, { codigo: viagem.codigo });
        const nova = anotarViagem({ ...resposta, viagem_id: viagem.viagem_id });
        aoMudar(nova);
        acompanhar(nova, aoMudar);
        return null;
      } catch (falha) {
        return avisoDeErro(falha);
      }
    },
  });
}
