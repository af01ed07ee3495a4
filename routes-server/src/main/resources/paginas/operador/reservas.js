// The reservations of a day, and what the operator does with them.

import { mostrarAcoes } from './acoes.js';
import { Falha, lerPaginas, pedir } from './api.js';
import { lerEmCurso, terminar as terminarCarregamento } from './carregamentos.js';
import { eDoDia, emTodosOsFusos } from './dias.js';
import { perguntar } from './dialogo.js';
import { avisar, el, escrever, por, simples, sincronizar } from './dom.js';
import { diaDaSemana, fusoDe, hoje, instanteDoCampo, local, noLugar, numero, quando } from './formato.js';
import { aoLado } from './postos.js';
import { quemFez, t } from './textos.js';

const SITUACOES = ['PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO', 'CONCLUIDA', 'CANCELADA', 'EXPIRADA'];
/** As long at the most as the server keeps a point for a car that charges there, from any moment on. */
const FICA_MS = 20 * 60_000;
const TERMINADAS = ['CONCLUIDA', 'CANCELADA', 'EXPIRADA'];
const ETIQUETAS = { PRE_RESERVADA: 'manutencao', CONFIRMADA: 'livre', EM_ANDAMENTO: 'ocupado', CONCLUIDA: 'offline', CANCELADA: 'offline', EXPIRADA: 'offline' };
const COLUNAS = ['horario', 'posto', 'placa', 'situacao', 'acoes'];
const MAXIMO = 1000;

const ACOES = [
  { nome: 'chegou', em: ['CONFIRMADA'], classe: 'botao pequeno', fazer: chegou },
  { nome: 'terminar', em: ['EM_ANDAMENTO'], classe: 'botao pequeno', fazer: terminar },
  { nome: 'mudar', em: ['CONFIRMADA', 'EM_ANDAMENTO'], classe: 'botao pequeno', fazer: mudar },
  { nome: 'trocarPosto', em: ['CONFIRMADA'], classe: 'botao pequeno', fazer: trocarPosto },
  { nome: 'cancelar', em: ['CONFIRMADA'], classe: 'botao pequeno perigo', fazer: cancelar },
  { nome: 'historico', em: SITUACOES, classe: 'botao pequeno discreto', soLe: true, fazer: historico },
];

let dia = '';
/** Whether also those of today are shown whose time has passed. */
let comAsDeAntes = false;
let reservas = [];
let total = 0;
/** The charges that go on. */
let emCurso = [];
/** Counts the questions: an answer that was overtaken by the next question, or by leaving, is not shown. */
let vez = 0;

export function prepararReservas() {
  por('situacao').addEventListener('change', mostrarReservas);
  por('procura-reserva').addEventListener('input', mostrarReservas);
  por('reservas-de-antes').addEventListener('click', () => {
    comAsDeAntes = !comAsDeAntes;
    mostrarReservas();
  });
  escreverReservas();
}

export function escreverReservas() {
  const escolhida = por('situacao').value;
  por('tabela-reservas').tHead.rows[0].replaceChildren(...COLUNAS.map((nome) => el('th', { scope: 'col', role: 'columnheader' }, t(nome))));
  por('situacao').replaceChildren(el('option', { value: '' }, t('todas')), ...SITUACOES.map((uma) => el('option', { value: uma }, t(uma))));
  por('situacao').value = escolhida;
  por('tabela-reservas').tBodies[0].replaceChildren();
  mostrarReservas();
}

/** What was read of another day, or before the operator left, is not shown any more. */
export function esquecerReservas() {
  vez++;
  reservas = [];
  total = 0;
  emCurso = [];
  mostrarReservas();
}

export async function lerReservas(doDia) {
  if (doDia !== dia) {
    dia = doDia;
    esquecerReservas();
  }
  const minha = ++vez;
  const [lidas, cargas] = await Promise.all([
    lerPaginas('/reservas', 'reservas', emTodosOsFusos(doDia), MAXIMO, () => minha === vez),
    lerEmCurso(() => minha === vez),
  ]);
  if (minha === vez) {
    reservas = lidas.itens
      .filter((reserva) => eDoDia(reserva, doDia, fusoDe(reserva)))
      .sort((a, b) => new Date(a.inicio) - new Date(b.inicio) || a.posto_id - b.posto_id);
    emCurso = cargas;
    total = lidas.total - (lidas.itens.length - reservas.length);
    mostrarReservas();
  }
}

/** Of today's: whether its time has passed, and nobody charges in it any more. */
function passou(reserva) {
  return dia === hoje(fusoDe(reserva)) && reserva.situacao !== 'EM_ANDAMENTO' && Date.parse(reserva.fim) <= Date.now();
}

/**
 * The charge of another car that goes on where this reservation begins, or has begun: one without a reservation has no end
 * that anybody knows, so that it is in the way of the next reservation as soon as there is one.
 */
function noCaminho(reserva) {
  if (reserva.situacao !== 'CONFIRMADA' || Date.parse(reserva.fim) <= Date.now()) {
    return undefined;
  }
  const ate = (carga) => Math.max(Date.now(), carga.reserva_id || !carga.prazo ? 0 : Date.parse(carga.prazo));
  return emCurso.find((carga) => carga.posto_id === reserva.posto_id && carga.placa !== reserva.placa && Date.parse(reserva.inicio) <= ate(carga));
}

/** Today's begin with now; whoever searches, or asks for what is over, gets the whole day. */
function mostrarReservas() {
  const procurado = simples(por('procura-reserva').value.trim());
  const situacao = por('situacao').value;
  const achadas = reservas
    .filter((reserva) => situacao === '' || reserva.situacao === situacao)
    .filter((reserva) => simples(`${reserva.placa} ${reserva.posto_id} ${reserva.posto} ${reserva.reserva_id}`).includes(procurado));
  const deAntes = procurado === '' && !TERMINADAS.includes(situacao) ? achadas.filter(passou).length : 0;
  const mostradas = deAntes > 0 && !comAsDeAntes ? achadas.filter((reserva) => !passou(reserva)) : achadas;
  por('reservas-de-antes').hidden = deAntes === 0;
  por('reservas-de-antes').setAttribute('aria-expanded', String(comAsDeAntes));
  escrever(por('reservas-de-antes'), t(comAsDeAntes ? 'esconderDeAntes' : 'mostrarDeAntes', { n: numero(deAntes) }));
  sincronizar(por('tabela-reservas').tBodies[0], mostradas, (reserva) => reserva.reserva_id, criarLinha, atualizarLinha);
  por('sem-reservas').hidden = achadas.length > 0;
  const deHoje = dia === '' || dia === hoje();
  const resumo = t(deHoje ? 'resumoReservas' : 'resumoReservasDoDia', { mostradas: numero(mostradas.length), total: numero(total), dia: deHoje ? '' : diaDaSemana(dia, 'long') });
  escrever(por('resumo-reservas'), total > MAXIMO ? `${resumo}. ${t('muitas', { n: numero(MAXIMO) })}` : resumo);
}

function criarLinha() {
  const celulas = COLUNAS.map((nome) => el(
    nome === 'horario' ? 'th' : 'td',
    nome === 'horario'
      ? { scope: 'row', role: 'rowheader', class: 'numero', 'data-coluna': nome }
      : { role: 'cell', 'data-rotulo': t(nome), 'data-coluna': nome },
  ));
  return el('tr', { role: 'row' }, ...celulas);
}

function atualizarLinha(linha, reserva) {
  const [horario, posto, placa, situacao, acoes] = linha.cells;
  escrever(horario, horarioDe(reserva));
  escrever(posto, `${reserva.posto_id} · ${reserva.posto}`);
  escrever(placa, reserva.viagem_id ? `${reserva.placa} (${t('daViagem')})` : reserva.placa);
  // the buttons close over the reservation as it is now
  const outra = noCaminho(reserva);
  const agora = JSON.stringify([reserva, outra]);
  if (linha.dataset.agora !== agora) {
    linha.dataset.agora = agora;
    situacao.replaceChildren(
      el('span', { class: `etiqueta ${ETIQUETAS[reserva.situacao]}` }, t(reserva.situacao)),
      ...(outra ? [el('p', { class: 'conflito' }, t(outra.reserva_id ? 'aindaCarrega' : 'aindaCarregaSemReserva', outra))] : []),
    );
    mostrarAcoes(acoes, ACOES.filter((acao) => acao.em.includes(reserva.situacao)), reserva);
  }
}

/** The window; and since when the car waits at the point, if another still charges there. */
function horarioDe(reserva) {
  const fuso = fusoDe(reserva);
  const horario = noLugar(`${quando(reserva.inicio, dia, fuso)} – ${quando(reserva.fim, dia, fuso)}`, reserva.inicio, fuso);
  const espera = reserva.situacao === 'CONFIRMADA' && reserva.chegou_em;
  return espera ? `${horario} (${t('espera', { hora: quando(espera, dia, fuso) })})` : horario;
}

function janela({ inicio, fim }, fuso) {
  return { inicio: quando(inicio, dia, fuso), fim: noLugar(quando(fim, dia, fuso), fim, fuso) };
}

function nomes(reserva) {
  return { placa: reserva.placa, posto: reserva.posto_id, nome: reserva.posto, ...janela(reserva, fusoDe(reserva)) };
}

async function chegou(reserva) {
  await pedir('POST', `/pontos/${reserva.posto_id}/carregamento`, { reserva_id: reserva.reserva_id });
  avisar(t('chegouFeito', nomes(reserva)));
  await lerReservas(dia);
}

async function terminar(reserva) {
  const pagina = await pedir('GET', `/carregamentos?${new URLSearchParams({ reserva_id: reserva.reserva_id, em_curso: true })}`);
  if (pagina.carregamentos.length > 0) {
    await terminarCarregamento(pagina.carregamentos[0]);
  } else {
    avisar(t('jaTerminou', nomes(reserva)), 'erro');
  }
  await lerReservas(dia);
}

async function mudar(reserva) {
  const fuso = fusoDe(reserva);
  const rotulo = (nome) => noLugar(t(nome), reserva.inicio, fuso);
  await perguntar({
    titulo: t('mudarTitulo'),
    texto: t('mudarTexto', nomes(reserva)),
    campos: [
      { nome: 'inicio', rotulo: rotulo('inicio'), tipo: 'datetime-local', valor: local(reserva.inicio, fuso), obrigatorio: true, readonly: reserva.situacao === 'EM_ANDAMENTO' },
      { nome: 'fim', rotulo: rotulo('fim'), tipo: 'datetime-local', valor: local(reserva.fim, fuso), obrigatorio: true },
    ],
    sim: t('mudar'),
    async fazer({ inicio, fim }) {
      const corpo = { inicio: instanteDoCampo(inicio, fuso), fim: instanteDoCampo(fim, fuso) };
      if (Date.parse(corpo.fim) <= Date.parse(corpo.inicio)) {
        throw new Falha('ORDEM', t('ordemInvalida'));
      }
      // a start that was left as it is keeps its seconds, and may lie in the past
      if (inicio === local(reserva.inicio, fuso)) {
        delete corpo.inicio;
      }
      const nova = await pedir('PATCH', `/reservas/${encodeURIComponent(reserva.reserva_id)}`, corpo);
      avisar(t('mudarFeito', { placa: reserva.placa, ...janela(nova, fuso) }));
    },
  });
  await lerReservas(dia);
}

/** Gives it the point beside its own, for the same time. */
async function trocarPosto(reserva) {
  const outros = await Promise.all(aoLado(reserva).map(async (posto) => ({ ...posto, livre: await livreNaJanela(posto, reserva) })));
  outros.sort((a, b) => b.livre - a.livre || a.id - b.id);
  if (outros.length === 0) {
    avisar(t('nenhumAoLado', nomes(reserva)), 'erro');
    return;
  }
  /** Pressed once more after no answer came, it is the same request. */
  const chaves = new Map();
  await perguntar({
    titulo: t('trocarPostoTitulo'),
    texto: t('trocarPostoTexto', nomes(reserva)),
    campos: [
      { nome: 'posto_id', rotulo: t('novoPostoDaReserva'), opcoes: outros.map((posto) => [String(posto.id), t(posto.livre ? 'postoLivreNaJanela' : 'postoTomadoNaJanela', posto)]) },
      { nome: 'motivo', rotulo: t('motivo'), maxlength: 200, autocomplete: 'off' },
    ],
    sim: t('trocarPostoSim'),
    async fazer({ posto_id: posto, motivo }) {
      const corpo = { posto_id: Number(posto), ...(motivo.trim() ? { motivo: motivo.trim() } : {}) };
      const dito = JSON.stringify(corpo);
      if (!chaves.has(dito)) {
        chaves.set(dito, chaveNova());
      }
      await pedir('PUT', `/reservas/${encodeURIComponent(reserva.reserva_id)}/posto`, corpo, { 'Idempotency-Key': chaves.get(dito) });
      avisar(t('trocarPostoFeito', { placa: reserva.placa, posto }));
    },
  });
  await lerReservas(dia);
}

/** Whether nothing is known to be in the way of this reservation at a point; the server has the last word. */
async function livreNaJanela({ id }, { inicio, fim }) {
  const [{ reservas: dela }, { indisponibilidades: fora }] = await Promise.all([
    pedir('GET', `/reservas?${new URLSearchParams({ posto_id: id, de: inicio, ate: fim, limite: 200 })}`),
    pedir('GET', `/indisponibilidades?posto_id=${id}`),
  ]);
  const comeca = Date.parse(inicio);
  const carrega = comeca < Date.now() + FICA_MS && emCurso.some((carga) => carga.posto_id === id);
  return !carrega
    && !dela.some((outra) => !TERMINADAS.includes(outra.situacao))
    && !fora.some((uma) => (!uma.inicio || Date.parse(uma.inicio) < Date.parse(fim)) && (!uma.fim || Date.parse(uma.fim) > comeca));
}

/** Also where the browser has no randomUUID, as over plain HTTP from another machine. */
function chaveNova() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function cancelar(reserva) {
  await perguntar({
    titulo: t('cancelarTitulo'),
    texto: t('cancelarTexto', nomes(reserva)),
    campos: [{ nome: 'motivo', rotulo: t('motivo'), maxlength: 200, autocomplete: 'off' }],
    sim: t('cancelarSim'),
    perigo: true,
    async fazer({ motivo }) {
      const porque = motivo.trim() ? `?${new URLSearchParams({ motivo: motivo.trim() })}` : '';
      await pedir('DELETE', `/reservas/${encodeURIComponent(reserva.reserva_id)}${porque}`);
      avisar(t('cancelarFeito', reserva));
    },
  });
  await lerReservas(dia);
}

async function historico(reserva) {
  const fuso = fusoDe(reserva);
  const resposta = await pedir('GET', `/reservas/${encodeURIComponent(reserva.reserva_id)}`);
  const linhas = (resposta.reservas?.[0]?.historico ?? []).map((mudanca) => {
    const valores = { para: t(mudanca.para), por: quemFez(mudanca) };
    const texto = t(mudanca.de === mudanca.para ? 'historicoMudou' : 'historicoLinha', valores);
    return el('li', {}, el('span', { class: 'numero' }, noLugar(quando(mudanca.em, dia, fuso), mudanca.em, fuso)), el('span', {}, mudanca.motivo ? `${texto}: ${mudanca.motivo}` : texto));
  });
  await perguntar({
    titulo: t('historicoTitulo'),
    texto: `${reserva.placa} · ${reserva.reserva_id}`,
    campos: [el('ol', { class: 'lista historico campo inteiro' }, ...linhas)],
    nao: t('fechar'),
  });
}
