// The reservations of a day, and what the operator does with them.

import { Falha, pedir } from './api.js';
import { perguntar } from './dialogo.js';
import { avisar, el, escrever, ocupado, por, simples, sincronizar } from './dom.js';
import { instante, local, numero, quando, reais, somarDias } from './formato.js';
import { t } from './textos.js';

const SITUACOES = ['PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO', 'CONCLUIDA', 'CANCELADA', 'EXPIRADA'];
const ETIQUETAS = { PRE_RESERVADA: 'manutencao', CONFIRMADA: 'livre', EM_ANDAMENTO: 'ocupado', CONCLUIDA: 'offline', CANCELADA: 'offline', EXPIRADA: 'offline' };
const COLUNAS = ['horario', 'posto', 'placa', 'situacao', 'acoes'];
const PAGINA = 200;
const MAXIMO = 1000;

const ACOES = [
  { nome: 'chegou', em: ['CONFIRMADA'], classe: 'botao pequeno', fazer: chegou },
  { nome: 'terminar', em: ['EM_ANDAMENTO'], classe: 'botao pequeno', fazer: terminar },
  { nome: 'mudar', em: ['CONFIRMADA'], classe: 'botao pequeno', fazer: mudar },
  { nome: 'cancelar', em: ['CONFIRMADA'], classe: 'botao pequeno perigo', fazer: cancelar },
  { nome: 'historico', em: SITUACOES, classe: 'botao pequeno discreto', fazer: historico },
];

let dia = '';
let reservas = [];
let total = 0;
/** Counts the questions: an answer that was overtaken by the next question, or by leaving, is not shown. */
let vez = 0;

export function prepararReservas() {
  por('situacao').addEventListener('change', mostrarReservas);
  por('procura-reserva').addEventListener('input', mostrarReservas);
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
  mostrarReservas();
}

export async function lerReservas(doDia) {
  if (doDia !== dia) {
    dia = doDia;
    esquecerReservas();
  }
  const minha = ++vez;
  const lidas = [];
  let pagina;
  do {
    const periodo = new URLSearchParams({ de: instante(doDia), ate: instante(somarDias(doDia, 1)), limite: PAGINA, deslocamento: lidas.length });
    pagina = await pedir('GET', `/reservas?${periodo}`);
    lidas.push(...pagina.reservas);
  } while (minha === vez && pagina.reservas.length > 0 && lidas.length < Math.min(pagina.total, MAXIMO));
  if (minha === vez) {
    reservas = lidas.sort((a, b) => new Date(a.inicio) - new Date(b.inicio) || a.posto_id - b.posto_id);
    total = pagina.total;
    mostrarReservas();
  }
}

function mostrarReservas() {
  const procurado = simples(por('procura-reserva').value.trim());
  const mostradas = reservas
    .filter((reserva) => por('situacao').value === '' || reserva.situacao === por('situacao').value)
    .filter((reserva) => simples(`${reserva.placa} ${reserva.posto_id} ${reserva.posto} ${reserva.reserva_id}`).includes(procurado));
  sincronizar(por('tabela-reservas').tBodies[0], mostradas, (reserva) => reserva.reserva_id, criarLinha, atualizarLinha);
  por('sem-reservas').hidden = mostradas.length > 0;
  const resumo = t('resumoReservas', { mostradas: numero(mostradas.length), total: numero(total) });
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
  escrever(horario, `${quando(reserva.inicio, dia)} – ${quando(reserva.fim, dia)}`);
  escrever(posto, `${reserva.posto_id} · ${reserva.posto}`);
  escrever(placa, reserva.viagem_id ? `${reserva.placa} (${t('daViagem')})` : reserva.placa);
  // the buttons close over the reservation as it is now
  const agora = JSON.stringify(reserva);
  if (linha.dataset.agora !== agora) {
    linha.dataset.agora = agora;
    if (linha.dataset.situacao !== reserva.situacao) {
      linha.dataset.situacao = reserva.situacao;
      situacao.replaceChildren(el('span', { class: `etiqueta ${ETIQUETAS[reserva.situacao]}` }, t(reserva.situacao)));
    }
    const focada = acoes.contains(document.activeElement) ? document.activeElement.dataset.acao : null;
    acoes.replaceChildren(el('div', { class: 'acoes-da-linha' }, ...ACOES.filter((acao) => acao.em.includes(reserva.situacao)).map((acao) => botao(acao, reserva))));
    if (focada) {
      (acoes.querySelector(`[data-acao="${focada}"]`) ?? acoes.querySelector('button')).focus();
    }
  }
}

function botao(acao, reserva) {
  const feito = el('button', { type: 'button', class: acao.classe, 'data-acao': acao.nome, 'aria-label': t(`${acao.nome}Rotulo`, reserva) }, t(acao.nome));
  feito.addEventListener('click', () => ocupado(feito, async () => {
    try {
      await acao.fazer(reserva);
    } catch (falha) {
      if (!(falha instanceof Falha)) {
        throw falha;
      }
      avisar(falha.emPalavras(), 'erro');
    }
  }));
  return feito;
}

function nomes(reserva) {
  return { placa: reserva.placa, posto: reserva.posto_id, nome: reserva.posto, inicio: quando(reserva.inicio, dia), fim: quando(reserva.fim, dia) };
}

async function chegou(reserva) {
  await pedir('POST', `/pontos/${reserva.posto_id}/carregamento`, { reserva_id: reserva.reserva_id });
  avisar(t('chegouFeito', nomes(reserva)));
  await lerReservas(dia);
}

async function terminar(reserva) {
  await perguntar({
    titulo: t('terminarTitulo'),
    texto: t('terminarTexto', nomes(reserva)),
    campos: [{ nome: 'energia', rotulo: t('energia'), inputmode: 'decimal', obrigatorio: true, autocomplete: 'off' }],
    sim: t('terminar'),
    async fazer({ energia }) {
      const texto = energia.trim().replace(',', '.');
      const kwh = /^\d+(\.\d+)?$/.test(texto) ? Number(texto) : NaN;
      if (!(kwh >= 0 && kwh <= 1000)) {
        throw new Falha('NUMERO', t('numeroInvalido'));
      }
      // beginning again what has begun gives the same charge: that is how its number is known here
      const em = await pedir('POST', `/pontos/${reserva.posto_id}/carregamento`, { reserva_id: reserva.reserva_id });
      const fim = await pedir('PUT', `/pontos/${reserva.posto_id}/carregamento/${em.id}`, { energia_kwh: kwh });
      avisar(t('terminarFeito', { placa: reserva.placa, custo: reais(fim.custo) }));
    },
  });
  await lerReservas(dia);
}

async function mudar(reserva) {
  await perguntar({
    titulo: t('mudarTitulo'),
    texto: t('mudarTexto', nomes(reserva)),
    campos: [
      { nome: 'inicio', rotulo: t('inicio'), tipo: 'datetime-local', valor: local(reserva.inicio), obrigatorio: true },
      { nome: 'fim', rotulo: t('fim'), tipo: 'datetime-local', valor: local(reserva.fim), obrigatorio: true },
    ],
    sim: t('mudar'),
    async fazer({ inicio, fim }) {
      if (fim <= inicio) {
        throw new Falha('ORDEM', t('ordemInvalida'));
      }
      const corpo = { inicio: instante(inicio.slice(0, 10), inicio.slice(11)), fim: instante(fim.slice(0, 10), fim.slice(11)) };
      // a start that was left as it is keeps its seconds, and may lie in the past
      if (inicio === local(reserva.inicio)) {
        delete corpo.inicio;
      }
      const nova = await pedir('PATCH', `/reservas/${encodeURIComponent(reserva.reserva_id)}`, corpo);
      avisar(t('mudarFeito', { placa: reserva.placa, inicio: quando(nova.inicio, dia), fim: quando(nova.fim, dia) }));
    },
  });
  await lerReservas(dia);
}

async function cancelar(reserva) {
  await perguntar({
    titulo: t('cancelarTitulo'),
    texto: t('cancelarTexto', nomes(reserva)),
    campos: [{ nome: 'motivo', rotulo: t('motivo'), maxlength: 200, autocomplete: 'off' }],
    sim: t('cancelar'),
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
  const resposta = await pedir('GET', `/reservas/${encodeURIComponent(reserva.reserva_id)}`);
  const linhas = (resposta.reservas?.[0]?.historico ?? []).map((mudanca) => {
    const valores = { para: t(mudanca.para), por: t(mudanca.por.toUpperCase()) };
    const texto = t(mudanca.de === mudanca.para ? 'historicoMudou' : 'historicoLinha', valores);
    return el('li', {}, el('span', { class: 'numero' }, quando(mudanca.em, dia)), el('span', {}, mudanca.motivo ? `${texto}: ${mudanca.motivo}` : texto));
  });
  await perguntar({
    titulo: t('historicoTitulo'),
    texto: `${reserva.placa} · ${reserva.reserva_id}`,
    campos: [el('ol', { class: 'lista historico campo inteiro' }, ...linhas)],
    nao: t('fechar'),
  });
}
