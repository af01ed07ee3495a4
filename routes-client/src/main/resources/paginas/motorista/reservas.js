// The driver's reservations: those that this device keeps, and any by plate and code.

import { instanteDe, noRelogio } from '/comum/fuso.js';
import { aosPoucos, novaChave, pedir, pedirUmaVez, semResposta as ficouSemResposta } from './api.js';
import { campoPlaca, placaDe } from './carro.js';
import { confirmarEsquecer, perguntar } from './dialogo.js';
import { campo, el, encher, escolha, ocupado, por, redesenhar } from './dom.js';
import { avisoDeErro, tituloDoErro } from './erros.js';
import { desistirDeTodas, listaDeEsperas } from './esperas.js';
import { listaDeFavoritos } from './favoritos.js';
import { esquecerDoMotorista, haDoMotorista, pendente, reservasGuardadas, viagensGuardadas } from './guardado.js';
import { diaHora, iso, noLugar, t, temTexto } from './idioma.js';
import { linkDoPosto } from './ligacoes.js';
import { buscar, fusoDe, nomeDoOperador, onde } from './postos.js';
import { repetirPendente } from './posto.js';
import { mostrarRecados, recadosDe, ultimoDeOutros } from './recados.js';
import { chaveDoPosto, combinado, janelaDela, levar } from './reserva.js';
import { atualizarViagens, cartaoDaViagem, emAberto, ouvirViagens, paradaMudou, repetirViagem } from './viagens.js';

const MINUTO = 60_000;
/** Situations in which nothing will happen any more. */
const TERMINADAS = ['CONCLUIDA', 'CANCELADA', 'EXPIRADA'];
// who charges may stay longer or leave earlier; a hold is its trip's
const MUDAM = ['CONFIRMADA', 'EM_ANDAMENTO'];
const CANCELAM = ['CONFIRMADA', 'PRE_RESERVADA'];
const CORES = { CONFIRMADA: 'livre', EM_ANDAMENTO: 'livre', PRE_RESERVADA: 'manutencao', CANCELADA: 'ocupado', EXPIRADA: 'ocupado' };

let titulo;
let guardadas;
let postosSeus;
let semResposta;
let achadas;
let aoMudarQuantas = () => {};
let verLivres = () => {};
let verPosto = () => {};

/** @param acoes aoMudar: called with how many are open; verLivres: with filters of the list of points; verPosto: with the key of a point */
export function criarReservas(raiz, acoes) {
  aoMudarQuantas = acoes.aoMudar;
  verLivres = acoes.verLivres;
  verPosto = acoes.verPosto;
  const placa = campoPlaca();
  const codigo = el('input', { name: 'codigo', autocomplete: 'off', spellcheck: 'false', maxlength: 64 });
  const botao = el('button', { type: 'submit', class: 'botao' }, t('reservas.procurar'));
  const form = el(
    'form',
    { class: 'cartao', novalidate: true, 'aria-label': t('reservas.porPlaca') },
    el('h2', null, t('reservas.porPlaca')),
    el('p', { class: 'suave pequeno' }, t('reservas.porPlaca.texto')),
    el('div', { class: 'campos' }, campo(t('carro.placa'), placa), campo(t('reservas.codigo'), codigo)),
    el('div', { class: 'acoes' }, botao),
  );
  titulo = el('h1', { class: 'titulo-visao', tabindex: -1 }, t('reservas.titulo'));
  guardadas = el('div', { class: 'pilha' });
  postosSeus = el('div', { class: 'pilha' });
  semResposta = el('div', { class: 'pilha' });
  achadas = el('div', { class: 'pilha', 'aria-live': 'polite', id: 'reservas-achadas' });
  form.addEventListener('submit', (evento) => {
    evento.preventDefault();
    ocupado(botao, () => procurar(placa, codigo.value.trim()));
  });
  ouvirViagens(desenhar);
  encher(raiz, titulo, semResposta, guardadas, postosSeus, form, achadas);
}

/** Shows what is kept, and asks how each stands now. */
export async function mostrarReservas() {
  desenhar();
  atualizarViagens();
  await aosPoucos(reservasGuardadas.todas().filter((reserva) => valeAinda(reserva) || faltaContar(reserva)), atualizar);
}

/** Keeps a reservation that another device has handed over, once its server says that its code is right. */
export async function receberReserva(trazida) {
  const { reserva_id: id, codigo } = trazida;
  try {
    const { reserva } = await pedir('GET', `/reservas/${encodeURIComponent(id)}`, { codigo });
    const { server_id, posto_id, posto, inicio, fim, fuso, situacao, chegar_ate, termos, historico } = reserva;
    const sabida = reservasGuardadas.todas().find((outra) => outra.reserva_id === id);
    reservasGuardadas.guardar({ ...sabida, reserva_id: id, codigo, server_id, posto_id, nome: posto, cidade: sabida?.posto_id === posto_id ? sabida.cidade : undefined, inicio, fim, situacao, chegar_ate, termos, historico, recados: sabida ? recadosDe(sabida, historico) : [], ...(fuso && { fuso }) });
    desenhar();
    encher(achadas);
  } catch (falha) {
    encher(achadas, avisoDeErro(falha, receberDeNovo(trazida)));
  }
}

function receberDeNovo(trazida) {
  const botao = el('button', { type: 'button', class: 'botao pequeno', 'data-acao': 'receber' }, t('tentar'));
  botao.addEventListener('click', () =>
    ocupado(botao, async () => {
      await receberReserva(trazida);
      (achadas.querySelector('[data-acao="receber"]') ?? titulo).focus();
    }),
  );
  return botao;
}

/** Whether it is known that others have ended it, but not yet what they said. */
function faltaContar({ situacao, por: quem, historico }) {
  return quem && quem !== 'motorista' && TERMINADAS.includes(situacao) && historico?.at(-1)?.para !== situacao;
}

/** An operator or the clock did something with a reservation. */
export function reservaMudou(evento) {
  const reserva = reservasGuardadas.todas().find((outra) => outra.reserva_id === evento.reserva_id);
  if (reserva) {
    reservasGuardadas.mudar(reserva.reserva_id, { situacao: String(evento.situacao ?? reserva.situacao), por: evento.por });
    desenhar();
    atualizar(reserva);
    return true;
  }
  return paradaMudou(evento);
}

async function atualizar({ reserva_id: id, codigo, posto_id: antes }) {
  try {
    const { reserva } = await pedir('GET', `/reservas/${encodeURIComponent(id)}`, { codigo });
    const mudouDePosto = reserva.posto_id !== undefined && reserva.posto_id !== antes;
    const sabida = reservasGuardadas.todas().find((outra) => outra.reserva_id === id) ?? {};
    reservasGuardadas.mudar(id, { situacao: reserva.situacao, ...(mudouDePosto && { posto_id: reserva.posto_id, nome: reserva.posto, cidade: undefined }), inicio: reserva.inicio, fim: reserva.fim, ...(reserva.fuso && { fuso: reserva.fuso }), chegou_em: reserva.chegou_em ?? null, chegar_ate: reserva.chegar_ate ?? null, termos: reserva.termos ?? null, aviso: reserva.aviso ?? null, historico: reserva.historico, recados: recadosDe(sabida, reserva.historico), falha: null });
  } catch (falha) {
    reservasGuardadas.mudar(id, { falha: falha.codigo });
  }
  desenhar();
}

/** Shows the kept ones again; whoever has the focus on a button of one keeps it. */
export function desenhar() {
  const abertos = new Set([...guardadas.querySelectorAll('details[open]')].map((details) => details.dataset.historico));
  const fotografados = [...guardadas.querySelectorAll('details[open][data-qr]')].map((details) => details.dataset.qr);
  const levados = [...guardadas.querySelectorAll('details[open][data-levar]')].map((details) => details.dataset.levar);
  const reservas = reservasGuardadas.todas();
  const viagens = viagensGuardadas.todas();
  redesenhar(
    guardadas,
    emOrdem(reservas, viagens).map(({ reserva, viagem }) => (viagem ? cartaoDaViagem(viagem, verPosto) : cartao(reserva, { guardada: true, aberto: abertos.has(reserva.reserva_id) }))),
    reservas.length + viagens.length === 0 && el('div', { class: 'vazio' }, el('p', null, t('reservas.vazio'))),
    haDoMotorista() && el('button', { type: 'button', class: 'botao discreto pequeno', 'data-acao': 'esquecer-tudo', click: esquecerTudo }, t('reservas.esquecerTudo')),
  );
  levados.forEach((id) => guardadas.querySelector(`[data-levar="${CSS.escape(id)}"]`)?.setAttribute('open', ''));
  fotografados.forEach((id) => guardadas.querySelector(`[data-qr="${CSS.escape(id)}"]`)?.setAttribute('open', ''));
  desenharPendentes();
  desenharPostosSeus();
  mostrarRecados(verPosto, () => {
    desenhar();
    (por('recados').querySelector('button') ?? por('painel')).focus();
  });
  aoMudarQuantas(
    reservas.filter(valeAinda).length + viagens.filter(viagemVale).length,
  );
}

function valeAinda(reserva) {
  return !TERMINADAS.includes(reserva.situacao);
}

function viagemVale(viagem) {
  return viagem.situacao === 'em_andamento' || emAberto(viagem);
}

/** What is to come before what is over: of the one the soonest first, of the other the latest; a trip by the stop that comes next. */
function emOrdem(reservas, viagens) {
  const proxima = ({ paradas }) => paradas.find((parada) => Date.parse(parada.fim) > Date.now()) ?? paradas.at(-1);
  const itens = [
    ...reservas.map((reserva) => ({ reserva, vale: valeAinda(reserva), inicio: Date.parse(reserva.inicio) })),
    ...viagens.map((viagem) => ({ viagem, vale: viagemVale(viagem), inicio: Date.parse(proxima(viagem)?.inicio) })),
  ];
  return itens.sort((a, b) => Number(b.vale) - Number(a.vale) || (a.vale ? a.inicio - b.inicio : b.inicio - a.inicio) || 0);
}

/** Shows again the points for which the driver waits, and those to which he comes back, as they stand now. */
export function desenharPostosSeus() {
  if (!postosSeus.contains(document.activeElement)) {
    encher(postosSeus, listaDeEsperas(verPosto, desistiu), listaDeFavoritos(verPosto));
  }
}

function desistiu() {
  titulo.focus();
  desenhar();
}

function desenharPendentes() {
  encher(semResposta, pedidosSemResposta('reserva', repetirPendente), pedidosSemResposta('viagem', repetirViagem));
}

function pedidosSemResposta(qual, repetir) {
  return pendente.ler(qual).map((pedido) => pedidoSemResposta(qual, pedido, repetir));
}

function pedidoSemResposta(qual, pedido, repetir) {
  const botao = el('button', { type: 'button', class: 'botao pequeno primario' }, t('pendente.repetir'));
  const resultado = el('div', { 'aria-live': 'polite' });
  botao.addEventListener('click', () =>
    ocupado(botao, async () => {
      try {
        await repetir(pedido);
        mostrarReservas();
      } catch (falha) {
        encher(resultado, avisoDeErro(falha));
      }
    }),
  );
  const largar = el('button', { type: 'button', class: 'botao pequeno', click: () => largarPedido(qual, pedido) }, t('pendente.esquecer'));
  return el(
    'div',
    { class: 'aviso atencao' },
    el('p', { class: 'aviso-titulo' }, t('pendente.titulo', { nome: pedido.nome })),
    el('p', null, t('pendente.texto')),
    el('div', { class: 'acoes' }, botao, largar),
    resultado,
  );
}

function largarPedido(qual, pedido) {
  confirmarEsquecer({
    agir: () => {
      pendente.apagar(qual, pedido.chave);
      desenhar();
    },
    foco: () => titulo,
  });
}

function esquecerReserva(reserva) {
  const agir = () => {
    reservasGuardadas.esquecer(reserva.reserva_id);
    desenhar();
  };
  if (valeAinda(reserva)) {
    confirmarEsquecer({ codigo: reserva.codigo, agir, foco: () => titulo });
  } else {
    agir();
    titulo.focus();
  }
}

function esquecerTudo() {
  perguntar({
    titulo: t('reservas.esquecerTudo'),
    conteudo: el('p', null, t('reservas.esquecer.texto')),
    sim: t('reservas.esquecer'),
    perigo: true,
    agir: () => {
      desistirDeTodas();
      esquecerDoMotorista();
      // what stands in the other views' fields goes with it
      location.reload();
    },
  });
}

function etiquetaDaSituacao(situacao) {
  return el('span', { class: `etiqueta ${CORES[situacao] ?? 'neutra'}` }, palavraDaSituacao(situacao));
}

function palavraDaSituacao(situacao) {
  const chave = `situacao.${situacao}`;
  return temTexto(chave) ? t(chave) : String(situacao);
}

function cartao(reserva, { guardada, aberto }) {
  const posto = buscar(chaveDoPosto(reserva));
  const id = reserva.reserva_id;
  const sua = id && reserva.codigo;
  const esperando = reserva.chegou_em && reserva.situacao === 'CONFIRMADA';
  const acao = (nome, classe, agir) => el('button', { type: 'button', class: `botao pequeno ${classe}`, 'data-acao': `${nome}-${id}`, click: agir }, t(`reservas.${nome}`));
  return el(
    'article',
    { class: 'cartao reserva', 'data-reserva': id },
    el('div', { class: 'cartao-titulo' }, el('h3', { tabindex: id && -1, 'data-acao': id && `ver-${id}` }, linkDoPosto(chaveDoPosto(reserva), reserva.nome ?? posto?.nome ?? reserva.posto ?? `#${reserva.posto_id}`, verPosto, { 'data-acao': id && `posto-${id}` })), etiquetaDaSituacao(reserva.situacao)),
    el('p', { class: 'numero' }, janelaDela(reserva)),
    el('p', { class: 'suave pequeno' }, [reserva.cidade || (posto && onde(posto)), nomeDoOperador(reserva.server_id)].filter(Boolean).join(' · ')),
    reserva.em_vez_de && el('p', { class: 'pequeno', 'data-em-vez-de': id }, t('reservas.equivalente', { pedido: reserva.em_vez_de })),
    ultimoDeOutros(reserva),
    combinado(reserva),
    reserva.codigo && id && el('p', { class: 'pequeno' }, el('span', { class: 'suave' }, `${t('reservado.codigo')} `), el('code', { class: 'codigo-reserva' }, reserva.codigo)),
    esperando && el('p', { class: 'aviso atencao' }, t('reservas.espera', { hora: noLugar(diaHora(reserva.chegou_em, fusoDe(reserva)), reserva.chegou_em, fusoDe(reserva)) })),
    reserva.aviso && ['CONFIRMADA', 'PRE_RESERVADA'].includes(reserva.situacao) && el('p', { class: 'aviso atencao', 'data-aviso': id }, t('reservas.aviso', { aviso: reserva.aviso })),
    reserva.falha && el('p', { class: 'pequeno erro-texto' }, `${tituloDoErro(reserva.falha)} ${t('reservas.semCerteza')}`),
    sua && valeAinda(reserva) && levar(reserva),
    Array.isArray(reserva.historico) && historico(reserva, aberto),
    el(
      'div',
      { class: 'acoes' },
      esperando && acao('livres', '', () => verLivres(livresComoEla(reserva))),
      sua && MUDAM.includes(reserva.situacao) && acao('mudar', '', () => mudar(reserva, guardada)),
      sua && CANCELAM.includes(reserva.situacao) && acao('cancelar', 'perigo', () => cancelar(reserva, guardada)),
      guardada && acao('esquecer', 'discreto', () => esquecerReserva(reserva)),
      !guardada && id && reserva.codigo && acao('guardar', 'discreto', () => { reservasGuardadas.guardar({ ...reserva, placa: undefined }); desenhar(); encher(achadas); }),
    ),
  );
}

/**
 * What leaves those that could charge the car that waits: the same operator's with the same plug, free now. The list of points may have
 * come after the card was drawn.
 */
function livresComoEla(reserva) {
  const conector = buscar(chaveDoPosto(reserva))?.tipo_conector ?? reserva.termos?.tipo_conector;
  return { operador: reserva.server_id, ...(conector && { conector }), livre: 'agora' };
}

function historico(reserva, aberto) {
  const fuso = fusoDe(reserva);
  return el(
    'details',
    { open: aberto, 'data-historico': reserva.reserva_id },
    el('summary', { 'data-acao': `historico-${reserva.reserva_id}` }, t('reservas.historico')),
    el(
      'ol',
      { class: 'historico' },
      reserva.historico.map((passo) =>
        el(
          'li',
          null,
          el('span', { class: 'numero' }, noLugar(diaHora(passo.em, fuso), passo.em, fuso)),
          ' ',
          el('b', null, passo.de === passo.para ? t('reservas.mudou') : palavraDaSituacao(passo.para)),
          ' ',
          el('span', { class: 'suave' }, temTexto(`autor.${passo.por}`) ? t(`autor.${passo.por}`) : String(passo.por ?? '')),
          passo.motivo && el('span', null, `: ${passo.motivo}`),
        ),
      ),
    ),
  );
}

/** What was pressed on a card that has been drawn anew, or its title if that is not offered any more. */
function noCartao(reserva, guardada, nome) {
  const lista = guardada ? guardadas : achadas;
  const achar = (acao) => lista.querySelector(`[data-acao="${acao}-${CSS.escape(reserva.reserva_id)}"]`);
  return achar(nome) ?? achar('ver');
}

function aposMudanca(reserva, guardada, mudanca) {
  if (guardada) {
    reservasGuardadas.mudar(reserva.reserva_id, mudanca);
    desenhar();
    atualizar(reserva);
  } else {
    Object.assign(reserva, mudanca);
    achadas.querySelector(`[data-reserva="${CSS.escape(reserva.reserva_id)}"]`)?.replaceWith(cartao(reserva, { guardada: false }));
  }
}

function cancelar(reserva, guardada) {
  let chave = novaChave();
  const motivo = el('input', { name: 'motivo', maxlength: 200, autocomplete: 'off' });
  motivo.addEventListener('change', () => (chave = novaChave()));
  perguntar({
    titulo: t('cancelar.titulo'),
    conteudo: el('div', { class: 'pilha' }, el('p', null, t('cancelar.texto', { posto: reserva.nome ?? reserva.posto, janela: janelaDela(reserva) })), campo(t('cancelar.motivo'), motivo)),
    sim: t('cancelar.sim'),
    perigo: true,
    foco: () => noCartao(reserva, guardada, 'cancelar'),
    agir: async () => {
      const query = motivo.value.trim() ? `?motivo=${encodeURIComponent(motivo.value.trim())}` : '';
      try {
        const resposta = await pedirUmaVez('DELETE', `/reservas/${encodeURIComponent(reserva.reserva_id)}${query}`, { codigo: reserva.codigo, chave });
        aposMudanca(reserva, guardada, { situacao: resposta.situacao ?? 'CANCELADA' });
        return null;
      } catch (falha) {
        chave = ficouSemResposta(falha) ? chave : novaChave();
        return avisoDeErro(falha);
      }
    },
  });
}

function mudar(reserva, guardada) {
  let chave = novaChave();
  // by the clock of the point
  const fuso = fusoDe(reserva);
  const comecava = noRelogio(reserva.inicio, fuso);
  const inicio = el('input', { type: 'datetime-local', value: comecava });
  const minutos = Math.round((Date.parse(reserva.fim) - Date.parse(reserva.inicio)) / MINUTO);
  const tempos = [15, 30, 60, 120, 240, 480, minutos].filter((valor, indice, lista) => lista.indexOf(valor) === indice).sort((a, b) => a - b);
  const tempo = escolha(tempos.map((valor) => [String(valor), valor < 60 ? `${valor} min` : `${Math.floor(valor / 60)} h ${valor % 60 ? `${valor % 60} min` : ''}`]), String(minutos));
  for (const controle of [inicio, tempo]) {
    controle.addEventListener('change', () => (chave = novaChave()));
  }
  perguntar({
    titulo: t('mudar.titulo'),
    conteudo: el('div', { class: 'pilha' }, el('p', { class: 'suave' }, t('mudar.texto', { posto: reserva.nome ?? reserva.posto })), el('div', { class: 'campos' }, reserva.situacao !== 'EM_ANDAMENTO' && campo(noLugar(t('reservar.inicio'), reserva.inicio, fuso), inicio), campo(t('reservar.tempo'), tempo))),
    sim: t('mudar.sim'),
    foco: () => noCartao(reserva, guardada, 'mudar'),
    agir: async () => {
      const desde = instanteDe(inicio.value, fuso);
      if (Number.isNaN(desde)) {
        inicio.focus();
        return el('p', { class: 'erro-texto' }, t('reservar.semInicio'));
      }
      // a start that was left as it is keeps its seconds, and may lie in the past
      const comecaIgual = inicio.value === comecava;
      const base = comecaIgual ? Date.parse(reserva.inicio) : desde;
      try {
        const resposta = await pedirUmaVez('PATCH', `/reservas/${encodeURIComponent(reserva.reserva_id)}`, {
          codigo: reserva.codigo,
          chave,
          corpo: { ...(comecaIgual ? {} : { inicio: iso(desde) }), fim: iso(base + Number(tempo.value) * MINUTO) },
        });
        aposMudanca(reserva, guardada, { chegar_ate: resposta.chegar_ate ?? null, inicio: resposta.inicio, fim: resposta.fim, situacao: resposta.situacao ?? reserva.situacao });
        return null;
      } catch (falha) {
        // refused for good: the next try is another request
        chave = ficouSemResposta(falha) ? chave : novaChave();
        return avisoDeErro(falha);
      }
    },
  });
}

async function procurar(campoDaPlaca, codigo) {
  const placa = placaDe(campoDaPlaca.value);
  campoDaPlaca.setAttribute('aria-invalid', String(placa === null));
  if (placa === null) {
    encher(achadas, el('p', { class: 'erro-texto' }, t('carro.placa.erro')));
    campoDaPlaca.focus();
    return;
  }
  // a plate alone shows nothing
  if (codigo === '') {
    encher(achadas, el('div', { class: 'aviso' }, el('p', null, t('reservas.semCodigo'))));
    return;
  }
  encher(achadas, el('p', { class: 'carregando' }, t('reservas.procurando')));
  try {
    const resposta = await pedir('GET', `/reservas?placa=${encodeURIComponent(placa)}`, { codigo });
    const reservas = Array.isArray(resposta.reservas) ? resposta.reservas.slice(0, 200) : [];
    encher(
      achadas,
      Array.isArray(resposta.sem_resposta) && resposta.sem_resposta.length > 0 && el('div', { class: 'aviso atencao' }, el('p', null, t('postos.fora', { nomes: resposta.sem_resposta.map(nomeDoOperador).join(', ') }))),
      reservas.length === 0 && el('div', { class: 'aviso' }, el('p', null, t('reservas.nenhuma'))),
      reservas.map((reserva) => cartao({ ...reserva, codigo: reserva.reserva_id ? codigo : undefined }, { guardada: false })),
    );
  } catch (falha) {
    encher(achadas, avisoDeErro(falha));
  }
}
