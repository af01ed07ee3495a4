// Planning a trip: from where to where with which car, the plans that there are, and reserving one as it is.

import { fusoConhecido } from '/comum/fuso.js';
import { novaChave, pedir, semResposta } from './api.js';
import { camposDoCarro, ouvirCarro, placaDe } from './carro.js';
import { campo, el, encher, escolha, escolher, fato, focar, ocupado, reclamar } from './dom.js';
import { avisoDeErro } from './erros.js';
import { pendente, viagensGuardadas } from './guardado.js';
import { diaHora, dinheiro, duracao, hora, idiomaAtual, janela, noLugar, numero, t, temTexto } from './idioma.js';
import { aoSeguir } from './ligacoes.js';
import { esperarClique, lembrarLugar, limparPlano, lugarDe, mostrarPlano, mostrarTrecho } from './mapa.js';
import { cidades, conectores, fusoDe, nomeDoOperador, ondeFica } from './postos.js';
import { acompanhar, avisoDasPerdidas, cancelarViagem, emAberto, etiquetaDaViagem, ouvirViagens, passos, repetirViagem } from './viagens.js';

/** Per cent of the battery that one sets out with. */
const NIVEL = 90;
/** Per cent of the battery that the plan never goes below, as the planner's own default. */
const RESERVA = 10;
/** Per cent of the battery that a stop charges to at the most, unless the driver says otherwise. */
const CARGA_MAXIMA = 100;
/** So many letters of a place are written before it is asked what it may be. */
const LETRAS = 2;
/** ms without a key. */
const PAUSA = 200;
/** What of a plan is in the address, by the names of its fields there. */
export const NOMES_DA_VIAGEM = ['origem', 'destino', 'partida', 'nivel', 'reserva', 'carga', 'chegada', 'plugue', 'modelo', 'bateria', 'consumo', 'ac', 'cc', 'plugues'];
/** So many points that are left out are named; of the others it is said how many they are. */
const NOMEADOS = 3;
const MINUTO = 60_000;

let resultado;
let campos;
let conector;
let carro;
let form;
let guardarEndereco;
let noEndereco = '';
let pedidoDoPlano = null;
let planos = [];
let escolhido = 0;
let chaveDaReserva = null;
let verReservas;
/** What was reserved from the plan that is shown: viagem_id, situacao, and where it is shown. */
let reservada = null;

/** @param pedida what the address says of a plan, by NOMES_DA_VIAGEM */
export function criarViagem(raiz, pedida, acoes) {
  verReservas = acoes.verReservas;
  guardarEndereco = acoes.guardar;
  ouvirCarro(() => carro.reler());
  ouvirViagens((viagem) => viagem.viagem_id === reservada?.viagem_id && decidida(viagem));
  const origem = lugar('origem', t('viagem.origem'));
  const destino = lugar('destino', t('viagem.destino'));
  const partida = el('input', { type: 'datetime-local', name: 'partida' });
  conector = escolha([['', t('filtro.qualquer')]], '', { name: 'conector_viagem' });
  carro = camposDoCarro({ nivelPadrao: NIVEL, pedido: carroDoEndereco(pedida) });
  const porCento = (nome, valores, valor, primeiro = []) => escolha([...primeiro, ...valores.map((n) => [String(n), `${n} %`])], String(valor), { name: nome });
  const reserva = porCento('reserva_bateria', [5, 10, 15, 20, 30], RESERVA);
  const maxima = porCento('carga_maxima', [100, 90, 80, 70, 60, 50], CARGA_MAXIMA);
  const chegada = porCento('chegada_minima', [15, 20, 30, 40, 50, 60, 80], '', [['', t('viagem.chegadaMinima.reserva')]]);
  campos = { origem: origem.entrada, destino: destino.entrada, partida, reserva, maxima, chegada };
  const botao = el('button', { type: 'submit', class: 'botao primario largo' }, t('viagem.planejar'));
  form = el(
    'form',
    { class: 'cartao viagem-form', novalidate: true, 'aria-label': t('viagem.titulo') },
    origem.bloco,
    el('button', { type: 'button', class: 'botao discreto pequeno trocar', click: trocar }, el('span', { 'aria-hidden': 'true' }, '⇅'), t('viagem.trocar')),
    destino.bloco,
    el('div', { class: 'campos' }, campo(t('viagem.partida'), partida, { dica: t('viagem.partida.dica') }), carro.campoNivel),
    carro.campoPlaca,
    el(
      'details',
      { class: 'dados-do-carro' },
      el('summary', null, t('carro.dados')),
      el('div', { class: 'campos' }, carro.camposBateria),
    ),
    el(
      'details',
      { class: 'dados-do-carro preferencias' },
      el('summary', null, t('viagem.preferencias')),
      el(
        'div',
        { class: 'campos' },
        campo(t('viagem.cargaMaxima'), maxima, { dica: t('viagem.cargaMaxima.dica') }),
        campo(t('viagem.chegadaMinima'), chegada),
        campo(t('viagem.reserva'), reserva, { dica: t('viagem.reserva.dica') }),
        campo(t('filtro.conector'), conector),
      ),
    ),
    carro.campoLembrar,
    botao,
  );
  resultado = el('div', { class: 'pilha', id: 'plano', 'aria-live': 'polite' });
  form.addEventListener('submit', (evento) => {
    evento.preventDefault();
    ocupado(botao, () => planejar());
  });
  encher(raiz, el('h1', { class: 'titulo-visao' }, t('viagem.titulo')), form, resultado);

  function trocar() {
    [origem.entrada.value, destino.entrada.value] = [destino.entrada.value, origem.entrada.value];
  }
}

/** The car that the address names; null: none. */
function carroDoEndereco({ modelo, bateria, consumo, ac, cc, plugues }) {
  return modelo ? { modelo, capacidade: Number(bateria), consumo: Number(consumo), ac: Number(ac), cc: Number(cc), conectores: (plugues ?? '').split(',') } : null;
}

/**
 * Fills in what the address asks for, and plans it if that was not asked for just now and it is known which car it is for.
 *
 * @param pedida by NOMES_DA_VIAGEM
 */
export function abrirViagem(pedida) {
  const assinada = JSON.stringify(pedida);
  if (assinada === noEndereco || !(pedida.origem && pedida.destino)) {
    return;
  }
  noEndereco = assinada;
  // what the address does not say is as if nobody had touched it
  const por = (entrada, valor, padrao = '') => {
    const oferecido = entrada.tagName !== 'SELECT' || [...entrada.options].some((opcao) => opcao.value === valor);
    entrada.value = valor && oferecido ? valor : String(padrao);
  };
  por(campos.origem, pedida.origem);
  por(campos.destino, pedida.destino);
  por(campos.partida, pedida.partida);
  por(carro.nivel, pedida.nivel, NIVEL);
  por(campos.reserva, pedida.reserva, RESERVA);
  por(campos.maxima, pedida.carga, CARGA_MAXIMA);
  por(campos.chegada, pedida.chegada);
  escolher(conector, pedida.plugue ?? '');
  carro.escrever(carroDoEndereco(pedida));
  if (placaDe(carro.placa.value)) {
    // whose car it is that a link names is not known
    planejar({ lembrarCarro: false });
  }
}

/** What of the plan that is asked for is in the address: everything but the plate. */
function paraOEndereco() {
  const { modelo, capacidade, consumo, ac, cc, conectores: plugues } = carro.lembrado();
  const tudo = {
    origem: campos.origem.value.trim(),
    destino: campos.destino.value.trim(),
    partida: campos.partida.value,
    nivel: carro.nivel.value,
    reserva: campos.reserva.value === String(RESERVA) ? '' : campos.reserva.value,
    carga: campos.maxima.value === String(CARGA_MAXIMA) ? '' : campos.maxima.value,
    chegada: campos.chegada.value,
    plugue: conector.value,
    modelo,
    bateria: capacidade,
    consumo,
    ac,
    cc,
    plugues: plugues.join(','),
  };
  return Object.fromEntries(Object.entries(tudo).filter(([, valor]) => valor !== undefined && valor !== '').map(([nome, valor]) => [nome, String(valor)]));
}

/** Those that a name may mean; where they are is known from then on. */
async function procurarMunicipios(nome) {
  const { municipios } = await pedir('GET', `/municipios?nome=${encodeURIComponent(nome.slice(0, 100))}`);
  const achados = (Array.isArray(municipios) ? municipios : []).filter(Boolean);
  for (const municipio of achados) {
    const soUm = achados.filter(({ nome: outro }) => outro === municipio.nome).length === 1;
    [municipio.lugar, ...(soUm ? [municipio.nome] : [])].forEach((nomeDele) => lembrarLugar(nomeDele, municipio));
  }
  return achados;
}

/** Lets the map know where a plan begins or ends that was not chosen here, but came with the address. */
async function conhecer(nome) {
  if (!lugarDe(nome)) {
    await procurarMunicipios(nome).catch(() => {
      // then it is drawn without
    });
  }
}

/** Offers the municipalities that what is written may mean, and before anything is written the cities with points. */
function sugerir(entrada, sugestoes) {
  let espera = null;
  let ultima = 0;
  const mostrar = (nomes) => encher(sugestoes, nomes.map((nome) => el('option', { value: nome })));
  async function perguntar() {
    const escrito = entrada.value.trim();
    const esta = ++ultima;
    if (escrito.length < LETRAS || /^[-+0-9.,\s]+$/.test(escrito)) {
      mostrar(escrito ? [] : cidades().map(({ chave }) => chave));
      return;
    }
    try {
      const municipios = await procurarMunicipios(escrito);
      if (esta === ultima) {
        mostrar(municipios.map((municipio) => String(municipio.lugar)));
      }
    } catch (falha) {
      // then it is written without help
    }
  }
  entrada.addEventListener('focus', () => !entrada.value && perguntar());
  entrada.addEventListener('input', () => {
    clearTimeout(espera);
    espera = setTimeout(perguntar, PAUSA);
  });
}

/** A field of a city, which a click on the map can also fill. */
function lugar(nome, rotulo) {
  const sugestoes = el('datalist', { id: `sugestoes-${nome}` });
  const entrada = el('input', { name: nome, list: sugestoes.id, autocomplete: 'off', maxlength: 100, placeholder: t(`viagem.${nome}.exemplo`) });
  const mirar = el('button', { type: 'button', class: 'botao discreto pequeno mirar', 'aria-pressed': 'false' }, t('viagem.noMapa'));
  mirar.addEventListener('click', () => {
    const ligar = mirar.getAttribute('aria-pressed') !== 'true';
    for (const outro of form.querySelectorAll('.mirar')) {
      outro.setAttribute('aria-pressed', 'false');
      outro.textContent = t('viagem.noMapa');
    }
    mirar.setAttribute('aria-pressed', String(ligar));
    mirar.textContent = t(ligar ? 'viagem.mirando' : 'viagem.noMapa');
    esperarClique(
      ligar
        ? ({ lat, lng }) => {
            entrada.value = `${lat.toFixed(4)},${lng.toFixed(4)}`;
            entrada.dispatchEvent(new Event('input', { bubbles: true }));
            mirar.click();
          }
        : null,
    );
  });
  const bloco = campo(rotulo, entrada, { inteiro: true });
  bloco.append(sugestoes, mirar);
  sugerir(entrada, sugestoes);
  return { entrada, bloco };
}

/** What there is to choose from, once the points are known; and the plan on the map again. */
export function mostrarViagem() {
  const valor = conector.value;
  // also the one that a link asks for
  const nomes = [...new Set([...conectores(), valor])].filter(Boolean);
  if (conector.options.length !== nomes.length + 1) {
    encher(conector, el('option', { value: '' }, t('filtro.qualquer')), nomes.map((nome) => el('option', { value: nome }, nome)));
    conector.value = valor;
  }
}

export function desenharNoMapa() {
  const plano = planos[escolhido];
  if (plano?.viavel) {
    mostrarPlano(plano, noMapa());
  } else if (plano?.trecho) {
    mostrarTrecho(plano.trecho);
  }
}

function noMapa() {
  const { origem, destino, carro: doPedido, reserva_bateria: porcento } = pedidoDoPlano;
  return {
    origem,
    destino,
    nivel: doPedido.nivel_bateria_atual,
    reserva: (doPedido.capacidade_bateria * porcento) / 100,
    consumo: doPedido.taxa_descarga,
  };
}

export function sairDaViagem() {
  limparPlano();
  esperarClique(null);
  for (const mirar of form.querySelectorAll('.mirar')) {
    mirar.setAttribute('aria-pressed', 'false');
    mirar.textContent = t('viagem.noMapa');
  }
}

async function planejar({ lembrarCarro = true } = {}) {
  const { origem, destino, partida, reserva, maxima, chegada } = campos;
  const vazio = [origem, destino].find((entrada) => entrada.value.trim() === '');
  if (vazio) {
    reclamar(vazio, t('viagem.faltaLugar'));
    return;
  }
  if (!carro.conferirPlaca()) {
    return;
  }
  if (lembrarCarro) {
    carro.guardar();
  }
  pedidoDoPlano = { origem: origem.value.trim(), destino: destino.value.trim(), carro: carro.ler(), reserva_bateria: Number(reserva.value), carga_maxima: Number(maxima.value) };
  if (chegada.value) {
    pedidoDoPlano.chegada_minima = Number(chegada.value);
  }
  if (partida.value) {
    // by the clock of the origin, of which the planner knows where it is
    pedidoDoPlano.partida_local = partida.value;
  }
  if (conector.value) {
    pedidoDoPlano.conector = conector.value;
  }
  const endereco = paraOEndereco();
  noEndereco = JSON.stringify(endereco);
  guardarEndereco(endereco);
  chaveDaReserva = null;
  planos = [];
  limparPlano();
  encher(resultado, el('p', { class: 'carregando' }, t('viagem.planejando')));
  try {
    const [plano] = await Promise.all([pedir('POST', '/viagens/planejar', { corpo: pedidoDoPlano }), conhecer(pedidoDoPlano.origem), conhecer(pedidoDoPlano.destino)]);
    planos = [plano, ...(Array.isArray(plano.alternativas) ? plano.alternativas : [])];
    escolhido = 0;
    desenharResultado();
    desenharNoMapa();
    focar(resultado.querySelector('h2'), 'start');
  } catch (falha) {
    encher(resultado, avisoDeErro(falha));
    focar(resultado.firstElementChild);
    reclamarDoQueFoiRecusado(falha.corpo);
  }
}

/** Leads to the first field that was refused, and says there what is wrong with it. */
function reclamarDoQueFoiRecusado({ erros }) {
  const porNome = { ...campos, placa: carro.placa, partida_local: campos.partida, reserva_bateria: campos.reserva, carga_maxima: campos.maxima, chegada_minima: campos.chegada };
  const erro = (Array.isArray(erros) ? erros : []).find(({ campo: nome }) => porNome[nome]);
  if (erro) {
    reclamar(porNome[erro.campo], idiomaAtual() === 'pt-BR' ? String(erro.mensagem) : t('erro.confira'));
  }
}

function desenharResultado() {
  const plano = planos[escolhido];
  if (!plano.viavel) {
    encher(resultado, quemFaltou(), inviavel(plano), quemNaoConta());
    return;
  }
  const botao = el('button', { type: 'button', class: 'botao primario largo', id: 'reservar-viagem' }, t('viagem.reservar'));
  const andamento = el('div', { class: 'pilha', 'aria-live': 'polite' });
  botao.addEventListener('click', () => ocupado(botao, () => reservar(plano, botao, andamento)));
  encher(
    resultado,
    el('h2', null, t('viagem.planos')),
    jaReservada(),
    quemFaltou(),
    planos.length > 1 && opcoes(),
    el('div', { class: 'cartao' }, detalhes(plano)),
    quemNaoConta(),
    plano.paradas.length > 0 ? botao : el('div', { class: 'aviso sucesso' }, el('p', null, t('viagem.semParadas'))),
    andamento,
  );
}

/** A trip of this device between the same places that is still to be made: with its own stops in the way, this plan is another one. */
function jaReservada() {
  const { origem, destino } = pedidoDoPlano;
  const outra = viagensGuardadas.todas().find((viagem) => viagem.origem === origem && viagem.destino === destino && emAberto(viagem));
  if (!outra) {
    return null;
  }
  const fuso = fusoDe(outra.paradas[0]);
  return el(
    'div',
    { class: 'aviso atencao', 'data-ja-reservada': outra.viagem_id },
    el('p', null, t('viagem.jaReservada', { viagem: t('viagem.deAte', { de: origem, ate: destino }), hora: noLugar(diaHora(outra.partida, fuso), outra.partida, fuso) })),
    el('p', null, aoSeguir(el('a', { href: '/?ver=reservas' }, t('reservado.ver')), verReservas)),
  );
}

/** The operators that said nothing: all plans are without their points. */
function quemFaltou() {
  const calados = planos[0].sem_resposta ?? [];
  return calados.length > 0 && el('div', { class: 'aviso atencao' }, el('p', null, t('viagem.semResposta', { nomes: calados.map(nomeDoOperador).join(', ') })));
}

/** The points that no plan counts on, as what is said of their place contradicts itself. */
function quemNaoConta() {
  const nomes = (planos[0].ignorados ?? []).map(({ nome }) => String(nome));
  const outros = nomes.length - NOMEADOS;
  return nomes.length > 0 && el('p', { class: 'suave pequeno', id: 'ignorados' }, t('viagem.ignorados', { nomes: [...nomes.slice(0, NOMEADOS), ...(outros > 0 ? [`+${outros}`] : [])].join(', ') }));
}

/** The plans side by side: what each is best at, and what it costs in time and money. */
function opcoes() {
  return el(
    'fieldset',
    { class: 'planos' },
    el('legend', { class: 'so-leitor' }, t('viagem.planos')),
    planos.map((plano, indice) => {
      const entrada = el('input', { type: 'radio', name: 'plano', value: indice, checked: indice === escolhido });
      entrada.addEventListener('change', () => {
        escolhido = indice;
        chaveDaReserva = null;
        desenharResultado();
        desenharNoMapa();
        resultado.querySelector('input[name="plano"]:checked')?.focus();
      });
      return el(
        'label',
        { class: 'plano' },
        entrada,
        el('span', { class: 'plano-nome' }, criterio(plano.criterio)),
        el('b', { class: 'numero' }, duracaoNoRelogio({ inicio: plano.partida, fim: plano.chegada })),
        el('span', { class: 'numero' }, dinheiro(plano.custo)),
        el('span', { class: 'suave' }, t(plano.paradas.length === 1 ? 'paradas.um' : 'paradas.varios', { n: plano.paradas.length })),
      );
    }),
  );
}

function criterio(nome) {
  return temTexto(`criterio.${nome}`) ? t(`criterio.${nome}`) : String(nome);
}

function porcento(kwh) {
  return `${numero((kwh / pedidoDoPlano.carro.capacidade_bateria) * 100)} %`;
}

/** As long as the clocks at both ends say, which show no seconds. */
function duracaoNoRelogio({ inicio, fim }) {
  return duracao(Math.floor(Date.parse(fim) / MINUTO) - Math.floor(Date.parse(inicio) / MINUTO));
}

function detalhes(plano) {
  const [saiDe, chegaEm] = [fusoConhecido(plano.fuso_partida), fusoConhecido(plano.fuso_chegada)];
  return [
    el(
      'dl',
      { class: 'fatos' },
      fato(t('viagem.chegada'), noLugar(diaHora(plano.chegada, chegaEm), plano.chegada, chegaEm)),
      fato(t('viagem.duracao'), duracaoNoRelogio({ inicio: plano.partida, fim: plano.chegada })),
      fato(t('viagem.distancia'), `${numero(plano.distancia_km)} km`),
      fato(t('viagem.custo'), dinheiro(plano.custo)),
    ),
    el('p', { class: 'suave pequeno', 'data-estimativa': '' }, t('viagem.estimativa')),
    el(
      'ol',
      { class: 'linha-do-tempo' },
      ponto('A', pedidoDoPlano.origem, [t('viagem.sai', { hora: noLugar(diaHora(plano.partida, saiDe), plano.partida, saiDe) }), t('viagem.com', { nivel: porcento(pedidoDoPlano.carro.nivel_bateria_atual) })]),
      plano.paradas.map((parada, indice) =>
        ponto(String(indice + 1), parada.nome, [
          noLugar(janela(parada.inicio, parada.fim, fusoDe(parada)), parada.inicio, fusoDe(parada)),
          t('viagem.niveis', { chega: porcento(parada.nivel_chegada), sai: porcento(parada.nivel_saida) }),
          t('viagem.parada', { potencia: numero(parada.potencia_maxima, 1), conector: parada.tipo_conector ?? '–', tempo: duracaoNoRelogio(parada), energia: numero(parada.energia_kwh, 1) }),
          [dinheiro(parada.custo), ondeFica(parada), nomeDoOperador(parada.server_id)].filter(Boolean).join(' · '),
        ], parada.distancia_km, parada.noturna === true && el('span', { class: 'etiqueta neutra noturna' }, el('span', { 'aria-hidden': 'true' }, '☾ '), t('viagem.noturna'))),
      ),
      ponto('B', pedidoDoPlano.destino, [t('viagem.chega', { hora: noLugar(hora(plano.chegada, chegaEm), plano.chegada, chegaEm) }), t('viagem.com', { nivel: porcento(plano.nivel_chegada) })], ultimaPerna(plano)),
    ),
  ];
}

function ultimaPerna(plano) {
  return plano.distancia_km - plano.paradas.reduce((soma, parada) => soma + parada.distancia_km, 0);
}

function ponto(sinal, nome, textos, km, etiqueta) {
  return el(
    'li',
    null,
    el('span', { class: 'etapa', 'aria-hidden': 'true' }, sinal),
    el('div', null, km !== undefined && el('span', { class: 'perna suave pequeno numero' }, `${numero(km)} km`), el('b', null, nome), textos.map((texto) => el('span', { class: 'suave pequeno numero' }, texto)), etiqueta),
  );
}

function inviavel(plano) {
  const { trecho } = plano;
  const motivo = temTexto(`inviavel.${plano.motivo}.titulo`) ? plano.motivo : 'outro';
  const { capacidade_bateria: cheia, taxa_descarga: consumo } = pedidoDoPlano.carro;
  // with another connector, or with the operators that did not answer, there may be points on the way
  const todosContam = !pedidoDoPlano.conector && !(plano.sem_resposta?.length > 0);
  const longe = todosContam && trecho?.distancia_km > cheia / consumo;
  return el(
    'div',
    { class: 'aviso atencao', 'data-motivo': motivo },
    el('h2', { class: 'aviso-titulo' }, t(`inviavel.${motivo}.titulo`)),
    trecho && el('p', { class: 'numero' }, t('inviavel.trecho', { de: trecho.de, para: trecho.para, km: numero(trecho.distancia_km, 1), autonomia: numero(trecho.autonomia_km, 1), faltam: numero(trecho.faltam_km, 1) })),
    el('p', null, t(longe ? 'inviavel.longe' : `inviavel.${motivo}.fazer`)),
  );
}

async function reservar(plano, botao, andamento) {
  // the same plan asked for again is the same request, until it has been answered for good
  chaveDaReserva ??= novaChave();
  reservada = null;
  const paradas = plano.paradas.map(({ server_id, posto_id, inicio, fim }) => ({ server_id, posto_id, inicio, fim }));
  const nomeadas = plano.paradas.map(({ nome, ...parada }) => ({ ...parada, nome }));
  const deAte = { origem: pedidoDoPlano.origem, destino: pedidoDoPlano.destino, partida: plano.partida, modelo: pedidoDoPlano.carro.modelo, paradas: nomeadas };
  mostrarAndamento(andamento, { situacao: 'em_andamento', paradas: nomeadas });
  try {
    const pedido = { corpo: { carro: pedidoDoPlano.carro, paradas }, chave: chaveDaReserva, mudanca: deAte, nome: `${deAte.origem} → ${deAte.destino}` };
    pendente.anotar('viagem', pedido);
    const viagem = await repetirViagem(pedido, () =>
      encher(andamento, el('p', { class: 'carregando', role: 'status' }, t('reservar.repetindo'))),
    );
    chaveDaReserva = null;
    reservada = { viagem_id: viagem.viagem_id, botao, andamento };
    decidida(viagem);
    acompanhar(viagem);
  } catch (falha) {
    if (!semResposta(falha)) {
      chaveDaReserva = null;
    }
    if (Array.isArray(falha.corpo.paradas)) {
      mostrarAndamento(andamento, { situacao: 'recusada', paradas: falha.corpo.paradas.map((parada, indice) => ({ ...parada, nome: nomeadas[indice]?.nome })) });
      andamento.prepend(avisoDeErro(falha));
    } else {
      encher(andamento, avisoDeErro(falha));
    }
  }
}

/** Shows how it stands; only what is decided anew takes the focus from whatever the driver does meanwhile. */
function decidida(viagem) {
  const { botao, andamento, situacao } = reservada;
  reservada.situacao = viagem.situacao;
  botao.hidden = viagem.situacao !== 'recusada';
  mostrarAndamento(andamento, viagem);
  if (viagem.situacao !== situacao) {
    focar(andamento.querySelector('h2'), 'start');
  }
}

function mostrarAndamento(andamento, viagem) {
  const pronta = viagem.situacao === 'confirmada';
  encher(
    andamento,
    el(
      'section',
      { class: 'cartao', 'data-andamento': viagem.situacao, 'aria-labelledby': 'titulo-andamento' },
      el('div', { class: 'cartao-titulo' }, el('h2', { id: 'titulo-andamento' }, t(`viagem.${pronta ? 'pronta' : 'andamento'}`)), etiquetaDaViagem(viagem.situacao)),
      avisoDasPerdidas(viagem),
      passos(viagem),
      viagem.codigo && el('p', { class: 'pequeno' }, el('span', { class: 'suave' }, `${t('reservado.codigo')} `), el('code', { class: 'codigo-reserva' }, viagem.codigo)),
      pronta && el('p', { class: 'suave pequeno' }, t('reservado.guardada')),
      pronta &&
        el(
          'div',
          { class: 'acoes' },
          el('button', { type: 'button', class: 'botao', click: verReservas }, t('reservado.ver')),
          el('button', { type: 'button', class: 'botao perigo', click: () => cancelarViagem(viagem, () => andamento.querySelector('h2')) }, t('viagem.cancelar')),
        ),
    ),
  );
}
