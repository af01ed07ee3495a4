// Planning a trip: from where to where with which car, the plans that there are, and reserving one as it is.

import { fusoConhecido } from '/comum/fuso.js';
import { novaChave, pedir, semResposta } from './api.js';
import { camposDoCarro } from './carro.js';
import { campo, el, encher, escolha, fato, focar, ocupado } from './dom.js';
import { avisoDeErro } from './erros.js';
import { pendente } from './guardado.js';
import { diaHora, dinheiro, duracao, hora, janela, noLugar, numero, t, temTexto } from './idioma.js';
import { esperarClique, limparPlano, mostrarPlano, mostrarTrecho } from './mapa.js';
import { cidades, conectores, fusoDe } from './postos.js';
import { acompanhar, avisoDasPerdidas, cancelarViagem, etiquetaDaViagem, ouvirViagens, passos, repetirViagem } from './viagens.js';

/** Per cent of the battery that the plan never goes below, as the planner's own default. */
const RESERVA = 10;
/** So many points that are left out are named; of the others it is said how many they are. */
const NOMEADOS = 3;

let resultado;
let sugestoes;
let conector;
let carro;
let form;
let pedidoDoPlano = null;
let planos = [];
let escolhido = 0;
let chaveDaReserva = null;
let verReservas;
/** What was reserved from the plan that is shown: viagem_id, situacao, and where it is shown. */
let reservada = null;

export function criarViagem(raiz, acoes) {
  verReservas = acoes.verReservas;
  ouvirViagens((viagem) => viagem.viagem_id === reservada?.viagem_id && decidida(viagem));
  sugestoes = el('datalist', { id: 'cidades' });
  const origem = lugar('origem', t('viagem.origem'));
  const destino = lugar('destino', t('viagem.destino'));
  const partida = el('input', { type: 'datetime-local', name: 'partida' });
  conector = escolha([['', t('filtro.qualquer')]], '', { name: 'conector_viagem' });
  carro = camposDoCarro({ nivelPadrao: 90 });
  const reserva = escolha([['5', '5 %'], ['10', '10 %'], ['15', '15 %'], ['20', '20 %'], ['30', '30 %']], String(RESERVA), { name: 'reserva_bateria' });
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
      el('summary', null, t('viagem.dados')),
      el('div', { class: 'campos' }, carro.camposBateria, campo(t('filtro.conector'), conector), campo(t('viagem.reserva'), reserva, { dica: t('viagem.reserva.dica') })),
    ),
    carro.campoLembrar,
    botao,
  );
  resultado = el('div', { class: 'pilha', id: 'plano', 'aria-live': 'polite' });
  form.addEventListener('submit', (evento) => {
    evento.preventDefault();
    ocupado(botao, () => planejar({ origem: origem.entrada, destino: destino.entrada, partida, reserva }));
  });
  encher(raiz, el('h1', { class: 'titulo-visao' }, t('viagem.titulo')), sugestoes, form, resultado);

  function trocar() {
    [origem.entrada.value, destino.entrada.value] = [destino.entrada.value, origem.entrada.value];
  }
}

/** A field of a city, which a click on the map can also fill. */
function lugar(nome, rotulo) {
  const entrada = el('input', { name: nome, list: 'cidades', autocomplete: 'off', maxlength: 100, placeholder: t(`viagem.${nome}.exemplo`) });
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
            entrada.removeAttribute('aria-invalid');
            mirar.click();
          }
        : null,
    );
  });
  entrada.addEventListener('input', () => entrada.removeAttribute('aria-invalid'));
  const bloco = campo(rotulo, entrada, { inteiro: true });
  bloco.append(mirar);
  return { entrada, bloco };
}

/** What there is to choose from, once the points are known; and the plan on the map again. */
export function mostrarViagem() {
  const nomes = cidades();
  if (sugestoes.children.length !== nomes.length) {
    encher(sugestoes, nomes.map((cidade) => el('option', { value: cidade.chave })));
  }
  const valor = conector.value;
  if (conector.options.length !== conectores().length + 1) {
    encher(conector, el('option', { value: '' }, t('filtro.qualquer')), conectores().map((nome) => el('option', { value: nome }, nome)));
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

async function planejar({ origem, destino, partida, reserva }) {
  const vazio = [origem, destino].find((entrada) => entrada.value.trim() === '');
  if (vazio) {
    vazio.setAttribute('aria-invalid', 'true');
    vazio.focus();
    encher(resultado, el('p', { class: 'erro-texto' }, t('viagem.faltaLugar')));
    return;
  }
  if (!carro.conferirPlaca()) {
    return;
  }
  carro.guardar();
  pedidoDoPlano = { origem: origem.value.trim(), destino: destino.value.trim(), carro: carro.ler(), reserva_bateria: Number(reserva.value) };
  if (partida.value) {
    // by the clock of the origin, of which the planner knows where it is
    pedidoDoPlano.partida_local = partida.value;
  }
  if (conector.value) {
    pedidoDoPlano.conector = conector.value;
  }
  chaveDaReserva = null;
  planos = [];
  limparPlano();
  encher(resultado, el('p', { class: 'carregando' }, t('viagem.planejando')));
  try {
    const plano = await pedir('POST', '/viagens/planejar', { corpo: pedidoDoPlano });
    planos = [plano, ...(Array.isArray(plano.alternativas) ? plano.alternativas : [])];
    escolhido = 0;
    desenharResultado();
    desenharNoMapa();
    focar(resultado.querySelector('h2'), 'start');
  } catch (falha) {
    encher(resultado, avisoDeErro(falha));
    focar(resultado.firstElementChild);
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
    quemFaltou(),
    planos.length > 1 && opcoes(),
    el('div', { class: 'cartao' }, detalhes(plano)),
    quemNaoConta(),
    plano.paradas.length > 0 ? botao : el('div', { class: 'aviso sucesso' }, el('p', null, t('viagem.semParadas'))),
    andamento,
  );
}

/** The operators that said nothing: all plans are without their points. */
function quemFaltou() {
  const calados = planos[0].sem_resposta ?? [];
  return calados.length > 0 && el('div', { class: 'aviso atencao' }, el('p', null, t('viagem.semResposta', { nomes: calados.join(', ') })));
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
        el('b', { class: 'numero' }, duracao(plano.duracao_min)),
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

function detalhes(plano) {
  const [saiDe, chegaEm] = [fusoConhecido(plano.fuso_partida), fusoConhecido(plano.fuso_chegada)];
  return [
    el(
      'dl',
      { class: 'fatos' },
      fato(t('viagem.chegada'), noLugar(diaHora(plano.chegada, chegaEm), plano.chegada, chegaEm)),
      fato(t('viagem.duracao'), duracao(plano.duracao_min)),
      fato(t('viagem.distancia'), `${numero(plano.distancia_km)} km`),
      fato(t('viagem.custo'), dinheiro(plano.custo)),
    ),
    el(
      'ol',
      { class: 'linha-do-tempo' },
      ponto('A', pedidoDoPlano.origem, [t('viagem.sai', { hora: noLugar(diaHora(plano.partida, saiDe), plano.partida, saiDe) }), t('viagem.com', { nivel: porcento(pedidoDoPlano.carro.nivel_bateria_atual) })]),
      plano.paradas.map((parada, indice) =>
        ponto(String(indice + 1), parada.nome, [
          noLugar(janela(parada.inicio, parada.fim, fusoDe(parada)), parada.inicio, fusoDe(parada)),
          t('viagem.niveis', { chega: porcento(parada.nivel_chegada), sai: porcento(parada.nivel_saida) }),
          `${dinheiro(parada.custo)} · ${parada.server_id}`,
        ], parada.distancia_km),
      ),
      ponto('B', pedidoDoPlano.destino, [t('viagem.chega', { hora: noLugar(hora(plano.chegada, chegaEm), plano.chegada, chegaEm) }), t('viagem.com', { nivel: porcento(plano.nivel_chegada) })], ultimaPerna(plano)),
    ),
  ];
}

function ultimaPerna(plano) {
  return plano.distancia_km - plano.paradas.reduce((soma, parada) => soma + parada.distancia_km, 0);
}

function ponto(sinal, nome, textos, km) {
  return el(
    'li',
    null,
    el('span', { class: 'etapa', 'aria-hidden': 'true' }, sinal),
    el('div', null, km !== undefined && el('span', { class: 'perna suave pequeno numero' }, `${numero(km)} km`), el('b', null, nome), textos.map((texto) => el('span', { class: 'suave pequeno numero' }, texto))),
  );
}

function inviavel(plano) {
  const { trecho } = plano;
  const motivo = temTexto(`inviavel.${plano.motivo}.titulo`) ? plano.motivo : 'outro';
  return el(
    'div',
    { class: 'aviso atencao', 'data-motivo': motivo },
    el('h2', { class: 'aviso-titulo' }, t(`inviavel.${motivo}.titulo`)),
    trecho && el('p', { class: 'numero' }, t('inviavel.trecho', { de: trecho.de, para: trecho.para, km: numero(trecho.distancia_km, 1), autonomia: numero(trecho.autonomia_km, 1), faltam: numero(trecho.faltam_km, 1) })),
    el('p', null, t(`inviavel.${motivo}.fazer`)),
  );
}

async function reservar(plano, botao, andamento) {
  // the same plan asked for again is the same request, until it has been answered for good
  chaveDaReserva ??= novaChave();
  reservada = null;
  const paradas = plano.paradas.map(({ server_id, posto_id, inicio, fim }) => ({ server_id, posto_id, inicio, fim }));
  const nomeadas = plano.paradas.map(({ nome, ...parada }) => ({ ...parada, nome }));
  const deAte = { origem: pedidoDoPlano.origem, destino: pedidoDoPlano.destino, partida: plano.partida, paradas: nomeadas };
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
      'div',
      { class: 'cartao', 'data-andamento': viagem.situacao },
      el('div', { class: 'cartao-titulo' }, el('h2', null, t(`viagem.${pronta ? 'pronta' : 'andamento'}`)), etiquetaDaViagem(viagem.situacao)),
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
