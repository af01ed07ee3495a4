// What a driver takes along of a reservation: what it may cost, until when to arrive, the way there, an entry for the calendar, and
// its code for another device.

import { pedir } from './api.js';
import { entradaDeCalendario } from './calendario.js';
import { comoChegar } from './caminho.js';
import { curva } from './carga.js';
import { el, encher } from './dom.js';
import { avisoDeErro } from './erros.js';
import { reservasGuardadas } from './guardado.js';
import { dataHora, diaHora, dinheiro, janela, noLugar, numero, t, termosEmPalavras } from './idioma.js';
import { buscar, fusoDe, onde } from './postos.js';

/** What of a car it depends on how much it takes, as a request says it. */
export function cargaDe({ capacidade_bateria, nivel_bateria_atual, potencia_maxima_ac, potencia_maxima_cc }) {
  return { capacidade_bateria, nivel_bateria_atual, potencia_maxima_ac, potencia_maxima_cc };
}

/** The energy in kWh that a car takes at a point in so many seconds. */
export function energiaEm(carro, { potencia_maxima: potencia, tipo_conector: conector }, segundos) {
  const { capacidade_bateria: cheio, nivel_bateria_atual: nivel } = carro;
  return Math.max(0, Math.min(curva(carro, potencia, conector).nivelDepois(nivel, segundos), cheio) - nivel);
}

export function chaveDoPosto({ server_id: serverId, posto_id: id }) {
  return `${serverId}:${id}`;
}

/** @param escrever how days are said: what others read, or later, needs their dates */
export function janelaDela(reserva, escrever = diaHora) {
  const fuso = fusoDe(reserva);
  return noLugar(janela(reserva.inicio, reserva.fim, fuso, escrever), reserva.inicio, fuso);
}

/** Until when to arrive, in words; nothing once the car is there, or if its server does not say it. */
function chegada(reserva, escrever = diaHora) {
  const { situacao, chegar_ate: ate } = reserva;
  const fuso = fusoDe(reserva);
  return situacao === 'CONFIRMADA' && ate ? t('reservas.chegarAte', { hora: noLugar(escrever(ate, fuso), ate, fuso) }) : '';
}

/** What it may cost at most, in words; nothing if the price that was agreed is not known, or which car it is for. */
function estimativa({ carga, termos, inicio, fim }) {
  const energia = carga && termos ? energiaEm(carga, termos, (Date.parse(fim) - Date.parse(inicio)) / 1000) : NaN;
  return Number.isFinite(energia * termos?.preco_kwh) ? t('reservas.estimativa', { custo: dinheiro(energia * termos.preco_kwh), energia: numero(energia, 1) }) : '';
}

/** What was agreed, and what it may cost: servers of the original say neither. */
export function combinado(reserva) {
  const frases = [chegada(reserva), termosEmPalavras(reserva.termos), estimativa(reserva)].filter(Boolean);
  return frases.length > 0 && el('p', { class: 'pequeno', 'data-combinado': reserva.reserva_id }, frases.join(' · '));
}

/** The address at which another device takes this reservation over; the code stands where it is sent to no server. */
function enderecoDela({ reserva_id: id, codigo }) {
  return `${location.origin}/?ver=reservas#${new URLSearchParams({ reserva: id, codigo })}`;
}

/** What such an address brings: {reserva_id, codigo}; null: nothing. */
export function reservaDoEndereco(fragmento) {
  const dados = new URLSearchParams(fragmento.replace(/^#/, ''));
  const [id, codigo] = [dados.get('reserva'), dados.get('codigo')];
  return id && codigo && id.length <= 128 && codigo.length <= 64 ? { reserva_id: id, codigo } : null;
}

/** The point, the window and the way there, for whoever else is to know; not the code, with which one cancels. */
function emPalavras(reserva, nome, lugar) {
  return [`${nome}, ${janelaDela(reserva, dataHora)}.`, chegada(reserva, dataHora), lugar && `https://www.openstreetmap.org/?mlat=${lugar[0]}&mlon=${lugar[1]}#map=17/${lugar[0]}/${lugar[1]}`].filter(Boolean).join('\n');
}

function baixarCalendario(reserva, nome, posto) {
  const arquivo = entradaDeCalendario({
    id: reserva.reserva_id ?? `${chaveDoPosto(reserva)}@${reserva.inicio}`,
    titulo: t('calendario.titulo', { posto: nome }),
    inicio: Date.parse(reserva.inicio),
    fim: Date.parse(reserva.fim),
    lugar: [nome, posto ? onde(posto) : reserva.cidade].filter(Boolean).join(', '),
    coordenadas: posto?.lugar,
    // calendars are shared: the code is not for everybody who reads one
    descricao: [chegada(reserva, dataHora), termosEmPalavras(reserva.termos), `${location.origin}/?ver=reservas`].filter(Boolean).join('\n'),
  });
  const endereco = URL.createObjectURL(new Blob([arquivo], { type: 'text/calendar;charset=utf-8' }));
  const link = el('a', { href: endereco, download: 'recarga.ics' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(endereco), 60_000);
}

async function compartilhar(texto, resultado) {
  try {
    if (navigator.share) {
      await navigator.share({ text: texto });
    } else {
      await navigator.clipboard.writeText(texto);
      encher(resultado, t('reservas.copiado'));
    }
  } catch (falha) {
    // whoever closes the list of programs has changed his mind; without either way the words are there to be copied
    if (falha.name !== 'AbortError') {
      encher(resultado, texto);
    }
  }
}

/** Has the code drawn while there is a network: at the point there may be none. */
export async function desenharQr(reserva) {
  const { lado, caminho } = await pedir('POST', '/qr', { corpo: { texto: enderecoDela(reserva) } });
  const qr = { lado: Number(lado), caminho: String(caminho) };
  reservasGuardadas.mudar(reserva.reserva_id, { qr });
  return qr;
}

/** The code, dark on light whatever the theme, as cameras want it. */
function figura({ lado, caminho }) {
  const svg = (nome, atributos, ...filhos) => {
    const elemento = document.createElementNS('http://www.w3.org/2000/svg', nome);
    Object.entries(atributos).forEach(([chave, valor]) => elemento.setAttribute(chave, valor));
    elemento.append(...filhos);
    return elemento;
  };
  const total = lado + 8;
  return svg(
    'svg',
    { viewBox: `-4 -4 ${total} ${total}`, width: 240, height: 240, role: 'img', 'aria-label': t('reservas.qr.figura'), 'shape-rendering': 'crispEdges' },
    svg('rect', { x: -4, y: -4, width: total, height: total, fill: '#fff' }),
    svg('path', { d: caminho, fill: '#000' }),
  );
}

/** The code of a reservation, for the camera of another device, once somebody wants to see it. */
function codigoParaCamera(reserva) {
  const lugar = el('div', { class: 'pilha' });
  const detalhes = el('details', { 'data-qr': reserva.reserva_id }, el('summary', { 'data-acao': `qr-${reserva.reserva_id}` }, t('reservas.qr')), lugar);
  detalhes.addEventListener('toggle', async () => {
    if (!detalhes.open || lugar.firstChild) {
      return;
    }
    try {
      const guardado = reservasGuardadas.todas().find((outra) => outra.reserva_id === reserva.reserva_id)?.qr;
      encher(lugar, el('p', { class: 'pequeno' }, t('reservas.qr.texto')), figura(guardado ?? (await desenharQr(reserva))));
      lugar.lastElementChild.scrollIntoView({ block: 'nearest' });
    } catch (falha) {
      encher(lugar, avisoDeErro(falha));
    }
  });
  return detalhes;
}

/** Links and buttons for what is to come; nothing for what is over. */
export function levar(reserva) {
  const posto = buscar(chaveDoPosto(reserva));
  const nome = reserva.nome ?? posto?.nome ?? reserva.posto ?? `#${reserva.posto_id}`;
  const lugar = posto?.lugar;
  const id = reserva.reserva_id ?? chaveDoPosto(reserva);
  const resultado = el('p', { class: 'pequeno quebra', role: 'status' });
  const botao = (acao, agir) => el('button', { type: 'button', class: 'botao pequeno', 'data-acao': `${acao}-${id}`, click: agir }, t(`reservas.${acao}`));
  return [
    el(
      'div',
      { class: 'acoes' },
      reserva.inicio && reserva.fim && botao('calendario', () => baixarCalendario(reserva, nome, posto)),
      reserva.inicio && botao('compartilhar', () => compartilhar(emPalavras(reserva, nome, lugar), resultado)),
    ),
    resultado,
    lugar && comoChegar(lugar, nome, id),
    reserva.reserva_id && reserva.codigo && codigoParaCamera(reserva),
  ];
}
