// The charges of a day: which go on, which are overdue, and what the operator does with them.

import { aoApertar, mostrarAcoes } from './acoes.js';
import { Falha, lerPaginas, pedir, podeOperar } from './api.js';
import { baixarCsv, soTexto } from './csv.js';
import { eDoDia, emTodosOsFusos } from './dias.js';
import { perguntar } from './dialogo.js';
import { avisar, el, escrever, por, simples, sincronizar } from './dom.js';
import { hoje, lerNumero, local, noLugar, numero, quando, reais } from './formato.js';
import { fusoDoPosto, todosOsPostos } from './postos.js';
import { quemFez, t } from './textos.js';

/** In the order in which they are shown: what wants to be seen to comes first. */
const ESTADOS = ['atrasado', 'carregandoAgora', 'terminado'];
/** As the reservation whose car charges has it. */
const ETIQUETAS = { atrasado: 'atrasado', carregandoAgora: 'ocupado', terminado: 'offline' };
const COLUNAS = ['inicio', 'posto', 'placa', 'estado', 'energiaTotal', 'acoes'];
const MAXIMO = 1000;
/** The most that a file holds. */
const MAXIMO_DO_ARQUIVO = 50_000;
const DO_ARQUIVO = ['id', 'posto_id', 'posto', 'placa', 'reserva_id', 'inicio', 'fim', 'fuso', 'energia_kwh', 'preco_kwh', 'custo'];

const ACOES = [
  { nome: 'terminarCarga', em: ['atrasado', 'carregandoAgora'], classe: 'botao pequeno', fazer: (carga) => terminar(carga).then(reler) },
  { nome: 'corrigir', em: ['terminado'], classe: 'botao pequeno', fazer: corrigir },
  { nome: 'historicoCarga', em: ['terminado'], classe: 'botao pequeno discreto', soLe: true, fazer: historico },
];

let dia = '';
let cargas = [];
/** Counts the questions: an answer that was overtaken by the next question, or by leaving, is not shown. */
let vez = 0;

export function prepararCarregamentos() {
  por('estado-carga').addEventListener('change', mostrarCarregamentos);
  por('procura-carga').addEventListener('input', mostrarCarregamentos);
  aoApertar(por('comecar-carga'), () => comecarCarga().then(reler));
  aoApertar(por('exportar-cargas'), exportar);
  escreverCarregamentos();
}

export function escreverCarregamentos() {
  const escolhido = por('estado-carga').value;
  por('tabela-carregamentos').tHead.rows[0].replaceChildren(...COLUNAS.map((nome) => el('th', { scope: 'col', role: 'columnheader' }, t(nome))));
  por('estado-carga').replaceChildren(el('option', { value: '' }, t('todos')), ...ESTADOS.map((um) => el('option', { value: um }, t(um))));
  por('estado-carga').value = escolhido;
  por('tabela-carregamentos').tBodies[0].replaceChildren();
  mostrarCarregamentos();
}

/** What was read of another day, or before the operator left, is not shown any more. */
export function esquecerCarregamentos() {
  vez++;
  cargas = [];
  mostrarCarregamentos();
}

/** Those that go on, of whatever day they began. */
export async function lerEmCurso(aindaVale) {
  return (await lerPaginas('/carregamentos', 'carregamentos', { em_curso: true }, MAXIMO, aindaVale)).itens;
}

export async function lerCarregamentos(doDia) {
  if (doDia !== dia) {
    dia = doDia;
    esquecerCarregamentos();
  }
  const minha = ++vez;
  const { itens } = await lerPaginas('/carregamentos', 'carregamentos', emTodosOsFusos(doDia), MAXIMO, () => minha === vez);
  if (minha === vez) {
    cargas = itens.filter((carga) => eDoDia(carga, doDia, fusoDoPosto(carga.posto_id))).sort((a, b) => ESTADOS.indexOf(estado(a)) - ESTADOS.indexOf(estado(b)) || new Date(b.inicio) - new Date(a.inicio));
    mostrarCarregamentos();
  }
}

function estado(carga) {
  if (carga.fim) {
    return 'terminado';
  }
  return carga.atrasado ? 'atrasado' : 'carregandoAgora';
}

function mostrarCarregamentos() {
  por('comecar-carga').hidden = !podeOperar();
  const procurado = simples(por('procura-carga').value.trim());
  const mostradas = cargas
    .filter((carga) => por('estado-carga').value === '' || estado(carga) === por('estado-carga').value)
    .filter((carga) => simples(`${carga.placa} ${carga.posto_id} ${carga.posto}`).includes(procurado));
  sincronizar(por('tabela-carregamentos').tBodies[0], mostradas, (carga) => carga.id, criarLinha, atualizarLinha);
  por('sem-carregamentos').hidden = mostradas.length > 0;
  por('explica-prazo').hidden = !mostradas.some((carga) => estado(carga) === 'carregandoAgora' && !carga.reserva_id);
  escrever(por('resumo-carregamentos'), t('resumoCarregamentos', {
    curso: numero(cargas.filter((carga) => !carga.fim).length),
    atrasados: numero(cargas.filter((carga) => estado(carga) === 'atrasado').length),
    terminados: numero(cargas.filter((carga) => carga.fim).length),
  }));
}

function criarLinha() {
  return el('tr', { role: 'row' }, ...COLUNAS.map((nome, i) => (i === 0
    ? el('th', { scope: 'row', role: 'rowheader', class: 'numero', 'data-coluna': nome })
    : el('td', { role: 'cell', 'data-rotulo': t(nome), 'data-coluna': nome }))));
}

function atualizarLinha(linha, carga) {
  const [inicio, posto, placa, como, energia, acoes] = linha.cells;
  const fuso = fusoDoPosto(carga.posto_id);
  const desde = quando(carga.inicio, dia, fuso);
  escrever(inicio, noLugar(carga.fim ? `${desde} – ${quando(carga.fim, dia, fuso)}` : desde, carga.inicio, fuso));
  escrever(posto, `${carga.posto_id} · ${carga.posto}`);
  escrever(placa, carga.reserva_id ? carga.placa : `${carga.placa} (${t('semReserva')})`);
  escrever(energia, energiaECusto(carga));
  // the buttons close over the charge as it is now
  const agora = JSON.stringify(carga);
  if (linha.dataset.agora !== agora) {
    linha.dataset.agora = agora;
    const qual = estado(carga) === 'carregandoAgora' && !carga.reserva_id ? 'semReservaDesde' : `${estado(carga)}Desde`;
    const texto = t(qual, { hora: carga.prazo && quando(carga.prazo, dia, fuso) });
    como.replaceChildren(el('span', { class: `etiqueta ${ETIQUETAS[estado(carga)]}` }, texto));
    mostrarAcoes(acoes, ACOES.filter((acao) => acao.em.includes(estado(carga))), carga);
  }
}

function energiaECusto({ fim, energia_kwh: energia, custo }) {
  if (!fim) {
    return '–';
  }
  return energia === undefined ? t('energiaDesconhecida') : `${numero(energia, 2, 0)} kWh · ${reais(custo)}`;
}

/** An energy that somebody has typed; undefined: none. */
function lerEnergia(texto) {
  if (texto.trim() === '') {
    return undefined;
  }
  const kwh = lerNumero(texto);
  if (!(kwh >= 0 && kwh <= 1000)) {
    throw new Falha('NUMERO', t('numeroInvalido'));
  }
  return kwh;
}

/** Asks for an energy and sends it; one that nobody would believe is sent once more by whoever means it. */
function dizerEnergia(enviar) {
  let duvidosa;
  return async ({ energia, ...resto }) => {
    const kwh = lerEnergia(energia);
    try {
      return await enviar({ ...(kwh === undefined ? {} : { energia_kwh: kwh }), ...(kwh !== undefined && kwh === duvidosa ? { confirmado: true } : {}) }, resto);
    } catch (falha) {
      if (falha instanceof Falha && falha.erros.some((erro) => erro.campo === 'energia_kwh')) {
        duvidosa = kwh;
        throw new Falha('ENERGIA_DEMAIS', t('energiaDemais'));
      }
      throw falha;
    }
  };
}

function caminho(carga) {
  return `/pontos/${carga.posto_id}/carregamento/${carga.id}`;
}

/** Ends a charge, and its reservation if it has one. */
export async function terminar(carga) {
  await perguntar({
    titulo: t('terminarTitulo'),
    texto: t('terminarTexto', { placa: carga.placa, posto: carga.posto_id, nome: carga.posto }),
    campos: [{ nome: 'energia', rotulo: t('energia'), inputmode: 'decimal', autocomplete: 'off' }],
    sim: t('terminar'),
    fazer: dizerEnergia(async (corpo) => {
      const fim = await pedir('PUT', caminho(carga), corpo);
      avisar(fim.custo === undefined ? t('terminarSemEnergia', carga) : t('terminarFeito', { placa: carga.placa, custo: reais(fim.custo) }));
    }),
  });
}

function reler() {
  return lerCarregamentos(dia);
}

/** A car that has not reserved begins to charge. @param postoId undefined: the first that is free, until another is chosen */
export async function comecarCarga(postoId) {
  const postos = todosOsPostos();
  const escolhido = postoId ?? postos.find((posto) => posto.disponivel)?.id ?? '';
  await perguntar({
    titulo: t('comecarCarga'),
    texto: t('comecarTexto'),
    campos: [
      {
        nome: 'posto_id',
        rotulo: t('posto'),
        valor: String(escolhido),
        opcoes: postos.map((posto) => [String(posto.id), t(posto.disponivel ? 'postoLivre' : 'postoNaoLivre', posto)]),
      },
      { nome: 'placa', rotulo: t('placa'), obrigatorio: true, maxlength: 8, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' },
    ],
    sim: t('comecar'),
    async fazer({ posto_id: posto, placa }) {
      const carga = await pedir('POST', `/pontos/${posto}/carregamento`, { placa: placa.trim() });
      avisar(t('chegouFeito', { placa: carga.placa, posto: carga.posto_id }));
    },
  });
}

/** What ended in some days, each at the clock of its point: what is billed for them. */
async function exportar() {
  await perguntar({
    titulo: t('exportarTitulo'),
    texto: t('exportarTexto'),
    campos: [
      { nome: 'de', rotulo: t('deDia'), tipo: 'date', valor: `${hoje().slice(0, 8)}01`, obrigatorio: true },
      { nome: 'ate', rotulo: t('ateDia'), tipo: 'date', valor: hoje(), obrigatorio: true },
    ],
    sim: t('baixarCsv'),
    async fazer({ de, ate }) {
      if (ate < de) {
        throw new Falha('ORDEM', t('ordemInvalida'));
      }
      const periodo = {
        // what ends in that very second is of the period
        de: new Date(Date.parse(emTodosOsFusos(de).de) - 1000).toISOString(),
        ate: emTodosOsFusos(ate).ate,
        em_curso: false,
      };
      const { itens, total } = await lerPaginas('/carregamentos', 'carregamentos', periodo, MAXIMO_DO_ARQUIVO, () => true);
      if (total > MAXIMO_DO_ARQUIVO) {
        throw new Falha('DEMAIS', t('exportarDemais', { n: numero(MAXIMO_DO_ARQUIVO) }));
      }
      // between two pages one more may have ended, and moved another into the next one once more
      const unicas = [...new Map(itens.map((carga) => [carga.id, carga])).values()].reverse();
      const doPeriodo = unicas.filter((carga) => {
        const terminou = local(carga.fim, fusoDoPosto(carga.posto_id)).slice(0, 10);
        return terminou >= de && terminou <= ate;
      });
      if (doPeriodo.length === 0) {
        throw new Falha('NENHUM', t('nenhumNoPeriodo'));
      }
      baixarCsv(`carregamentos-${doPeriodo[0].server_id}-${de}-${ate}.csv`, [DO_ARQUIVO, ...doPeriodo.map(comoLinha)]);
      const somar = (campo) => doPeriodo.reduce((soma, carga) => soma + (carga[campo] ?? 0), 0);
      avisar(t('exportado', { n: numero(doPeriodo.length), kwh: numero(somar('energia_kwh'), 1, 0), total: reais(somar('custo')) }));
    },
  });
}

/** Moments as a spreadsheet takes them: the clock's at the point, and how far that is from UTC. */
function comoLinha(carga) {
  const relogio = (instante) => instante.slice(0, 19).replace('T', ' ');
  const valores = { ...carga, posto: soTexto(carga.posto), inicio: relogio(carga.inicio), fim: relogio(carga.fim), fuso: carga.fim.slice(19) };
  return DO_ARQUIVO.map((campo) => valores[campo]);
}

async function corrigir(carga) {
  await perguntar({
    titulo: t('corrigirTitulo'),
    texto: `${carga.placa} · ${carga.posto_id} · ${carga.posto}: ${energiaECusto(carga)}`,
    campos: [
      { nome: 'energia', rotulo: t('energiaCerta'), inputmode: 'decimal', obrigatorio: true, autocomplete: 'off' },
      { nome: 'motivo', rotulo: t('motivoCorrecao'), maxlength: 200, obrigatorio: true, autocomplete: 'off' },
    ],
    sim: t('corrigir'),
    fazer: dizerEnergia(async (corpo, { motivo }) => {
      const certa = await pedir('PATCH', caminho(carga), { ...corpo, motivo: motivo.trim() });
      avisar(t('corrigirFeito', { placa: carga.placa, custo: reais(certa.custo) }));
    }),
  });
  await reler();
}

async function historico(carga) {
  const fuso = fusoDoPosto(carga.posto_id);
  const { historico: mudancas = [] } = await pedir('GET', caminho(carga));
  const linhas = mudancas.map((mudanca) => {
    const texto = `${energiaECusto({ ...mudanca, fim: mudanca.em })}, ${t('pelo', { por: quemFez(mudanca) })}`;
    return el('li', {}, el('span', { class: 'numero' }, noLugar(quando(mudanca.em, dia, fuso), mudanca.em, fuso)), el('span', {}, mudanca.motivo ? `${texto}: ${mudanca.motivo}` : texto));
  });
  await perguntar({
    titulo: t('historicoCargaTitulo'),
    texto: `${carga.placa} · ${carga.posto_id} · ${carga.posto}`,
    campos: [el('ol', { class: 'lista historico campo inteiro' }, ...linhas)],
    nao: t('fechar'),
  });
}
