// One point: how it stands, when it is taken, and reserving it: from now on for as long as the car needs, unless one says otherwise.

import { instanteDe, noRelogio } from '/comum/fuso.js';
import { novaChave, pedirUmaVez, semResposta } from './api.js';
import { comoChegar } from './caminho.js';
import { curva, serve } from './carga.js';
import { camposDoCarro } from './carro.js';
import { campo, el, encher, escolha, escolher, escrever, fato, focar, ocupado, reclamar, redesenhar } from './dom.js';
import { avisoDeErro, tituloDoErro } from './erros.js';
import { esperarVaga, haEspera } from './esperas.js';
import { estrela } from './favoritos.js';
import { pendente, reservasGuardadas } from './guardado.js';
import { diaHora, dinheiro, duracao, hora, iso, janela, noLugar, numero, t } from './idioma.js';
import { linkDoPosto } from './ligacoes.js';
import { distancia } from './perto.js';
import { cargaDe, chaveDoPosto, combinado, desenharQr, energiaEm, janelaDela, levar } from './reserva.js';
import { buscar, carregar, chaveDe, contatoDoOperador, esperaAte, estadoDe, iguaisNoLugar, livreEm, nomeDoOperador, onde, primeiroLivre, situacao, soAgora, tomar, verAgenda } from './postos.js';

const MINUTO = 60_000;
const DIA = 24 * 60 * MINUTO;
/** s, as those of the servers; what fills a battery is as long as they count it, to the second. */
const MINIMO = 15 * 60;
const MAXIMO = 24 * 60 * 60;

let raiz;
let aberto = null;

/** @param janelaPedida gives the window that is asked for by the clocks of a zone, or null; @param acoes {voltar, verReservas, verPosto} */
export function abrirPosto(elemento, chave, janelaPedida, acoes) {
  raiz = elemento;
  aberto = { chave, acoes, cabeca: el('div'), ...formulario(chave, janelaPedida) };
  encher(
    raiz,
    el('button', { type: 'button', class: 'botao discreto pequeno voltar', click: acoes.voltar }, el('span', { 'aria-hidden': 'true' }, '←'), t('posto.voltar')),
    aberto.cabeca,
    aberto.form,
    aberto.resultado,
  );
  atualizarPosto();
}

export function fecharPosto() {
  aberto = null;
}

/** Shows the point as it stands now; what the driver is filling in stays. */
export function atualizarPosto() {
  const posto = aberto && buscar(aberto.chave);
  if (!aberto) {
    return;
  }
  if (!posto) {
    const ausente = situacao().carregado;
    encher(aberto.cabeca, el('h1', null, t('posto.titulo')), ausente ? avisoDeErro({ codigo: 'POSTO_INEXISTENTE' }) : el('p', { class: 'carregando' }, t('carregando')));
    aberto.form.hidden = true;
    return;
  }
  if (!aberto.feito) {
    verAgenda(posto.server_id);
  }
  const estado = estadoDe(posto);
  const operador = nomeDoOperador(posto.server_id);
  const contato = contatoDoOperador(posto.server_id);
  const km = distancia(posto.lugar);
  const retrato = JSON.stringify([posto, estado, operador, contato, km, Math.floor(Date.now() / MINUTO)]);
  if (aberto.retrato === retrato) {
    return;
  }
  const primeira = aberto.retrato === undefined;
  aberto.retrato = retrato;
  aberto.form.hidden = aberto.feito === true;
  redesenhar(
    aberto.cabeca,
    el(
      'div',
      { class: 'posto-cabeca' },
      el('h1', { id: 'titulo-posto', tabindex: -1, 'data-acao': 'titulo' }, posto.nome),
      el('div', { class: 'linha' }, el('span', { class: `etiqueta ${estado}` }, t(`estado.${estado}`)), el('span', { class: 'suave' }, onde(posto)), km !== null && el('span', { class: 'suave' }, t('posto.distancia', { km: numero(km, km < 10 ? 1 : 0) })), estrela(posto)),
      el(
        'dl',
        { class: 'fatos' },
        fato(t('posto.potencia'), `${numero(posto.potencia_maxima, 1)} kW`),
        fato(t('posto.conector'), posto.tipo_conector),
        fato(t('posto.preco'), dinheiro(posto.preco_kwh)),
        fato(t('posto.operador'), operador),
      ),
      contato && el('p', { class: 'suave pequeno' }, `${t('posto.contato')}: `, comoFalar(contato)),
      posto.lugar && comoChegar(posto.lugar, posto.nome, 'posto'),
      dia(posto),
    ),
  );
  if (primeira) {
    aberto.preparar(posto);
    focar(raiz.querySelector('h1'));
  }
  aberto.calcular();
}

/** What the operator has given as its contact, to be pressed if it is an address of a kind that a telephone knows. */
function comoFalar(contato) {
  const link = (href, fora) => el('a', { href, 'data-acao': 'contato', ...fora }, contato);
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(contato)) {
    return link(`mailto:${contato}`);
  }
  if (/^\+?[\d\s().-]{8,25}$/.test(contato)) {
    return link(`tel:${contato.replace(/[^\d+]/g, '')}`);
  }
  return /^https:\/\/\S+$/.test(contato) ? link(contato, { target: '_blank', rel: 'noopener noreferrer' }) : contato;
}

/** The next 24 hours as a strip, and in words. */
function dia(posto) {
  if (!posto.ocupado) {
    return null;
  }
  const agora = Date.now();
  const tomadas = posto.ocupado.filter((tomada) => tomada.inicio < agora + DIA && tomada.fim > agora).sort((a, b) => a.inicio - b.inicio);
  const faixa = el('div', { class: 'faixa', 'aria-hidden': 'true' });
  for (const tomada of tomadas) {
    const de = Math.max(0, (tomada.inicio - agora) / DIA);
    const ate = Math.min(1, (tomada.fim - agora) / DIA);
    const pedaco = el('span');
    pedaco.style.left = `${de * 100}%`;
    pedaco.style.width = `max(3px, ${(ate - de) * 100}%)`;
    faixa.append(pedaco);
  }
  const horas = el('div', { class: 'faixa-horas numero', 'aria-hidden': 'true' }, [0, 6, 12, 18, 24].map((h) => el('span', null, hora(agora + h * 60 * MINUTO, posto.fuso))));
  return el(
    'div',
    { class: 'agenda' },
    el('h2', { class: 'subtitulo' }, noLugar(t('posto.agenda'), agora, posto.fuso)),
    faixa,
    horas,
    el(
      'p',
      { class: 'suave pequeno' },
      tomadas.length === 0
        ? t('posto.agenda.livre')
        : tomadas.slice(0, 4).map((tomada) => quandoTomado(tomada, posto.fuso)).join(' · '),
    ),
  );
}

function quandoTomado(tomada, fuso) {
  return tomada.fim > Date.now() + 30 * DIA
    ? t('posto.agenda.semFim', { inicio: diaHora(tomada.inicio, fuso) })
    : t('posto.agenda.tomado', { janela: janela(tomada.inicio, tomada.fim, fuso) });
}

function formulario(chave, janelaPedida) {
  const quando = (valor, texto) => el('label', { class: 'opcao' }, el('input', { type: 'radio', name: 'quando', value: valor }), el('span', null, texto));
  const agora = quando('agora', t('reservar.agora'));
  const depois = quando('depois', t('reservar.depois'));
  const inicio = el('input', { type: 'datetime-local', name: 'inicio' });
  const tempo = escolha([['', t('reservar.tempo.carga')], ['15', '15 min'], ['30', '30 min'], ['60', '1 h'], ['120', '2 h'], ['240', '4 h'], ['480', '8 h']], '', { name: 'tempo' });
  const resumo = el('p', { class: 'resumo numero', 'aria-live': 'polite' });
  const impedido = el('p', { class: 'aviso atencao', role: 'status', 'data-impedido': chave, hidden: true });
  const chegada = el('p', { class: 'pequeno', 'data-chegada': chave });
  const suposto = el('p', { class: 'suave pequeno' });
  const naoServe = el('p', { class: 'aviso atencao', role: 'status', hidden: true });
  const carro = camposDoCarro({ nivelPadrao: 30, aoMudar: () => calcular() });
  const horario = campo(t('reservar.inicio'), inicio);
  const campoTempo = campo(t('reservar.tempo'), tempo);
  const avisoDeAgora = el('p', { class: 'suave pequeno', hidden: true }, t('reservar.soAgora'));
  const equivalente = el('input', { type: 'checkbox', id: 'aceita-equivalente', name: 'aceita_equivalente' });
  const campoEquivalente = el('div', { class: 'marcar', hidden: true }, equivalente, el('label', { for: equivalente.id }, t('reservar.equivalente')));
  const enviar = el('button', { type: 'submit', class: 'botao primario largo' }, t('reservar.botao'));
  const esperar = el('button', { type: 'button', class: 'botao largo', hidden: true }, t('esperas.titulo'));
  const esperando = el('div', { role: 'status' });
  const resultado = el('div', { class: 'resultado', 'aria-live': 'polite' });
  const progresso = el('p', { class: 'carregando', role: 'status', hidden: true });

  const form = el(
    'form',
    { class: 'cartao reservar', novalidate: true, 'aria-label': t('reservar.titulo') },
    el('h2', null, t('reservar.titulo')),
    el('fieldset', null, el('legend', { class: 'so-leitor' }, t('reservar.quando')), el('div', { class: 'opcoes' }, agora, depois)),
    resumo,
    impedido,
    chegada,
    suposto,
    naoServe,
    el('div', { class: 'campos' }, horario, carro.campoPlaca, campoTempo),
    avisoDeAgora,
    campoEquivalente,
    carro.campoLembrar,
    enviar,
    esperar,
    esperando,
    progresso,
    el('details', { class: 'dados-do-carro' }, el('summary', null, t('carro.dados')), el('div', { class: 'campos' }, carro.campoNivel, carro.camposBateria)),
  );

  const ehAgora = () => form.elements.quando.value !== 'depois';

  /** When it is to begin, in ms; what is filled in is by the point's clock. */
  function comeco(posto) {
    return ehAgora() ? Math.floor(Date.now() / 1000) * 1000 : instanteDe(inicio.value, posto.fuso);
  }

  function segundos(posto) {
    if (tempo.value) {
      return Number(tempo.value) * 60;
    }
    const este = carro.ler();
    const carga = curva(este, posto.potencia_maxima, posto.tipo_conector).segundos(este.nivel_bateria_atual, este.capacidade_bateria);
    return Number.isFinite(carga) ? Math.min(MAXIMO, Math.max(MINIMO, Math.round(carga))) : MINIMO;
  }

  /** What is filled in begins before now; a minute that has just passed is still the one that the driver sees. */
  function passou(desde) {
    return !ehAgora() && desde < Date.now() - MINUTO;
  }

  /** Why this window cannot be had, as far as it is known here; empty: nothing is in its way. */
  function impedimento(posto, desde, fim, quando) {
    if (passou(desde)) {
      return t('reservar.passado');
    }
    const estado = estadoDe(posto);
    const outroServe = equivalente.checked && !campoEquivalente.hidden;
    const livre = livreEm(posto, desde, fim) && (estado === 'livre' || !ehAgora());
    return livre || outroServe || estado === 'offline' ? '' : t('reservar.tomado', { janela: quando });
  }

  /** What is filled in can be had, but begins only because the point is taken now. */
  function antesDe(posto, desde, fim) {
    return !ehAgora() && estadoDe(posto) === 'ocupado' && livreEm(posto, desde, fim);
  }

  /** The window that one would be told of; null: any, from now on. */
  function aEsperar(posto, desde, fim) {
    return ehAgora() || antesDe(posto, desde, fim) ? null : { inicio: desde, fim };
  }

  /** When, for how long, and what it will cost. */
  function calcular() {
    const posto = buscar(chave);
    if (!posto) {
      return;
    }
    horario.hidden = ehAgora();
    // an operator who announces nothing would not read that another one will do
    campoEquivalente.hidden = soAgora(posto) || iguaisNoLugar(posto).length === 0;
    const desde = comeco(posto);
    const segundosPedidos = segundos(posto);
    const este = carro.ler();
    const { modelo, capacidade_bateria: cheio, nivel_bateria_atual: nivel } = este;
    const serveNele = serve(este, posto.tipo_conector);
    naoServe.hidden = serveNele;
    naoServe.textContent = serveNele ? '' : t('reservar.naoServe', { conector: posto.tipo_conector, modelo, conectores: este.conectores.join(', ') });
    const carga = (nivel / cheio) * 100;
    suposto.textContent = Number.isFinite(carga) ? t('reservar.suposto', { modelo, nivel: numero(carga) }) : '';
    if (Number.isNaN(desde)) {
      resumo.textContent = t('reservar.semInicio');
      resumo.hidden = false;
      impedido.hidden = true;
      chegada.textContent = '';
      esperar.hidden = true;
      dizerEspera(false, null);
      return;
    }
    const ritmo = curva(este, posto.potencia_maxima, posto.tipo_conector);
    const energia = energiaEm(este, posto, segundosPedidos);
    suposto.textContent += ritmo.potencia < posto.potencia_maxima ? ` · ${t('reservar.recebe', { potencia: numero(ritmo.potencia, 1) })}` : '';
    const fim = desde + segundosPedidos * 1000;
    const quando = noLugar(janela(desde, fim, posto.fuso), desde, posto.fuso);
    const porque = impedimento(posto, desde, fim, quando);
    impedido.hidden = !porque;
    escrever(impedido, porque);
    resumo.hidden = Boolean(porque);
    resumo.textContent = t('reservar.resumo', { janela: quando, tempo: duracao(segundosPedidos / 60), custo: dinheiro(energia * posto.preco_kwh) });
    const pedida = aEsperar(posto, desde, fim);
    const espera = haEspera(posto, pedida);
    // one that tells no agenda tells of no time that it is given back
    esperar.hidden = espera || soAgora(posto) || passou(desde) || (livreEm(posto, desde, fim) && !antesDe(posto, desde, fim));
    escrever(esperar, t(antesDe(posto, desde, fim) ? 'esperas.antes' : 'esperas.titulo'));
    dizerEspera(espera, pedida);
    const ate = porque ? null : esperaAte(posto, desde, fim);
    chegada.textContent = ate === null ? '' : t('reservar.chegada', { hora: noLugar(diaHora(ate, posto.fuso), ate, posto.fuso), minutos: numero((ate - desde) / MINUTO) });
  }

  /** Whether this device waits for what is filled in; said once, and what went wrong stays as long as that is the same. */
  function dizerEspera(espera, pedida) {
    const retrato = JSON.stringify([espera, pedida]);
    if (esperando.dataset.retrato !== retrato) {
      esperando.dataset.retrato = retrato;
      encher(esperando, espera && el('p', { class: 'aviso' }, t('esperas.feita')));
    }
  }

  function preparar(posto) {
    const so = soAgora(posto);
    depois.hidden = so;
    campoTempo.hidden = so;
    avisoDeAgora.hidden = !so;
    if (so) {
      form.elements.quando.value = 'agora';
      tempo.value = '';
      return;
    }
    escrever(horario.querySelector('label'), noLugar(t('reservar.inicio'), Date.now(), posto.fuso));
    const pedida = janelaPedida(posto.fuso);
    if (pedida) {
      form.elements.quando.value = 'depois';
      inicio.value = noRelogio(pedida.inicio, posto.fuso);
      const duracaoPedida = Math.round((pedida.fim - pedida.inicio) / MINUTO);
      escolher(tempo, String(duracaoPedida), duracao(duracaoPedida));
      return;
    }
    const livre = primeiroLivre(posto, Date.now(), segundos(posto) * 1000);
    const jaLivre = livre === null || livre - Date.now() < MINUTO;
    form.elements.quando.value = jaLivre ? 'agora' : 'depois';
    inicio.value = noRelogio(Math.ceil((livre ?? Date.now()) / (5 * MINUTO)) * 5 * MINUTO, posto.fuso);
  }

  /** The body of the request; without a start it is now, and without an end the server counts how long it takes. */
  function pedido(posto) {
    const corpo = { ...carro.ler(), posto_id: posto.id, server_id: posto.server_id };
    if (equivalente.checked && !campoEquivalente.hidden && chaveDe(posto) === chave) {
      corpo.aceita_equivalente = true;
    }
    if (!ehAgora()) {
      corpo.inicio = iso(comeco(posto));
    }
    if (tempo.value || !ehAgora()) {
      const desde = comeco(posto);
      corpo.fim = iso(desde + segundos(posto) * 1000);
      corpo.inicio ??= iso(desde);
    }
    return corpo;
  }

  async function reservar(alvo) {
    const posto = buscar(alvo);
    if (!posto) {
      return;
    }
    if (Number.isNaN(comeco(posto))) {
      reclamar(inicio, t('reservar.semInicio'));
      return;
    }
    if (passou(comeco(posto))) {
      reclamar(inicio, t('reservar.passado'));
      return;
    }
    if (!carro.conferirPlaca()) {
      return;
    }
    carro.guardar();
    encher(resultado);
    const corpo = pedido(posto);
    const assinada = assinatura(corpo, ehAgora());
    const anterior = pendente.ler('reserva').find((outro) => outro.assinatura === assinada);
    const chaveDoPedido = anterior?.chave ?? novaChave();
    const corpoDoPedido = anterior?.corpo ?? corpo;
    pendente.anotar('reserva', { chave: chaveDoPedido, corpo: corpoDoPedido, nome: posto.nome, assinatura: assinada });
    await enviarPedido({ posto, chaveDoPedido, corpo: corpoDoPedido });
  }

  async function enviarPedido({ posto, chaveDoPedido, corpo }) {
    progresso.hidden = false;
    progresso.textContent = t('reservar.enviando', { operador: nomeDoOperador(posto.server_id) });
    const demora = setTimeout(() => (progresso.textContent = t('reservar.demorando', { operador: nomeDoOperador(posto.server_id) })), 2500);
    try {
      const resposta = await pedirUmaVez('POST', '/reservar', { corpo, chave: chaveDoPedido }, () => {
        progresso.textContent = t('reservar.repetindo');
      });
      pendente.apagar('reserva', chaveDoPedido);
      sucesso(posto, resposta, corpo);
    } catch (falha) {
      if (!semResposta(falha)) {
        pendente.apagar('reserva', chaveDoPedido);
      }
      recusa(falha);
      carregar(posto.server_id);
    } finally {
      clearTimeout(demora);
      progresso.hidden = true;
    }
  }

  function sucesso(pedido, resposta, corpo) {
    const posto = postoDaResposta(pedido, resposta);
    const reserva = reservaDe(posto, resposta, corpo);
    guardarReserva(reserva);
    if (reserva.reserva_id && reserva.codigo) {
      desenharQr(reserva).catch(() => {
        // it is drawn when somebody wants to see it
      });
    }
    form.hidden = true;
    if (aberto?.form === form) {
      // that it is taken now would only make one doubt by whom
      aberto.cabeca.hidden = true;
      aberto.feito = true;
    }
    encher(resultado, cartaoDaReserva(reserva, resposta.placa, posto === pedido ? null : pedido));
    focar(resultado.querySelector('h1'), 'center');
    tomar(posto ?? { ...pedido, id: resposta.posto_id }, resposta);
  }

  function recusa(falha) {
    const alternativas = (Array.isArray(falha.corpo.alternativas) ? falha.corpo.alternativas : []).filter((outra) => serve(carro.ler(), outra.tipo_conector)).slice(0, 5);
    const repetir = semResposta(falha) && el('button', { type: 'submit', class: 'botao pequeno' }, t('tentar'));
    const aviso = avisoDeErro(falha, repetir);
    if (repetir) {
      repetir.type = 'button';
      repetir.addEventListener('click', () => ocupado(enviar, () => reservar(chave)));
    }
    marcar(falha);
    encher(resultado, aviso, alternativas.length > 0 && outros(alternativas, falha.corpo.server_id));
    focar(aviso, 'start');
  }

  /** Says also at the field what was refused because of it. */
  function marcar({ codigo, corpo }) {
    const campos = Array.isArray(corpo.erros) ? corpo.erros.map(({ campo: nome }) => nome) : [];
    if (campos.includes('placa')) {
      reclamar(carro.placa, t('carro.placa.erro'));
    } else if (!ehAgora() && (campos.includes('inicio') || ['POSTO_OCUPADO', 'POSTO_EM_MANUTENCAO'].includes(codigo))) {
      reclamar(inicio, tituloDoErro(codigo));
    }
  }

  /** Free points of the same operator in the same window, each to be reserved with one click. */
  function outros(alternativas, serverId) {
    return el(
      'div',
      { class: 'alternativas' },
      el('h3', null, t('reservar.alternativas')),
      alternativas.map((alternativa) => {
        const chaveDela = chaveDe({ server_id: alternativa.server_id ?? serverId, id: alternativa.id });
        const botao = el(
          'button',
          { type: 'button', class: 'botao alternativa', 'data-alternativa': chaveDela },
          el('span', null, el('b', null, String(alternativa.nome ?? chaveDela)), el('small', null, `${t('reservar.longe', { km: numero(alternativa.distancia_km, 1) })} · ${numero(alternativa.potencia_maxima, 1)} kW · ${alternativa.tipo_conector} · ${dinheiro(alternativa.preco_kwh)}/kWh`)),
          el('span', { class: 'chamada' }, t('reservar.aqui')),
        );
        botao.addEventListener('click', () => ocupado(botao, () => reservar(chaveDela)));
        return botao;
      }),
    );
  }

  esperar.addEventListener('click', () =>
    ocupado(esperar, async () => {
      const posto = buscar(chave);
      const desde = comeco(posto);
      try {
        await esperarVaga(posto, aEsperar(posto, desde, desde + segundos(posto) * 1000));
        calcular();
        focar(esperando.firstElementChild);
      } catch (falha) {
        encher(esperando, avisoDeErro(falha));
      }
    }),
  );
  form.addEventListener('change', calcular);
  inicio.addEventListener('input', calcular);
  form.addEventListener('submit', (evento) => {
    evento.preventDefault();
    ocupado(enviar, () => reservar(chave));
  });
  return { form, resultado, preparar, calcular };
}

/** What makes two presses of the button the same request: a window that begins now, and lasts as long, is the same a minute later. */
function assinatura(corpo, agora) {
  return JSON.stringify(agora ? { ...corpo, inicio: null, fim: corpo.fim ? Date.parse(corpo.fim) - Date.parse(corpo.inicio) : null } : corpo);
}

/** The point that was asked for, or the one like it that the answer says; null: that one is not known here. */
function postoDaResposta(pedido, { posto_id: id }) {
  return id === undefined || id === pedido.id ? pedido : buscar(chaveDe({ server_id: pedido.server_id, id }));
}

/** Keeps a reservation on this device, so that it can be changed and cancelled later. */
function guardarReserva(reserva) {
  // an operator whose system gives no number gives nothing that could be changed or cancelled here
  if (reserva.reserva_id) {
    reservasGuardadas.guardar(reserva);
  }
}

/** What is kept of an answer, and of the request for it; the plate is not part of it. */
function reservaDe(posto, resposta, corpo) {
  return {
    reserva_id: resposta.reserva_id,
    codigo: resposta.codigo_reserva,
    server_id: resposta.server_id,
    posto_id: resposta.posto_id,
    nome: posto?.nome ?? `#${resposta.posto_id}`,
    cidade: posto ? onde(posto) : '',
    inicio: resposta.inicio,
    fim: resposta.fim,
    fuso: resposta.fuso ?? posto?.fuso,
    situacao: resposta.situacao,
    chegar_ate: resposta.chegar_ate,
    termos: resposta.termos,
    carga: cargaDe(corpo),
    // the card is to say which it was, also where the answer to a repetition is the first that is heard
    ...(Number.isInteger(resposta.posto_id) && resposta.posto_id !== corpo.posto_id && { em_vez_de: buscar(chaveDoPosto(corpo))?.nome ?? `#${corpo.posto_id}` }),
  };
}

/** @param pedido the point that was asked for, if it became another one; else null */
function cartaoDaReserva(reserva, placa, pedido) {
  return el(
    'section',
    { class: 'cartao feito', 'aria-labelledby': 'titulo-feito' },
    el('div', { class: 'feito-sinal', 'aria-hidden': 'true' }, '✓'),
    // that of the point is not shown any more
    el('h1', { id: 'titulo-feito' }, t('reservado.titulo')),
    el(
      'p',
      null,
      reserva.inicio ? t('reservado.texto', { posto: reserva.nome, janela: janelaDela(reserva) }) : t('reservado.agora', { posto: reserva.nome }),
    ),
    pedido && el('p', { class: 'aviso', 'data-em-vez-de': chaveDe(pedido) }, t('reservado.equivalente', { pedido: pedido.nome }), ' ', linkDoPosto(chaveDoPosto(reserva), reserva.nome, (chave) => aberto?.acoes.verPosto(chave))),
    combinado(reserva),
    el(
      'dl',
      { class: 'dados' },
      reserva.codigo && [el('dt', null, t('reservado.codigo')), el('dd', null, el('code', { class: 'codigo-reserva' }, reserva.codigo))],
      reserva.reserva_id && [el('dt', null, t('reservado.id')), el('dd', null, el('code', { class: 'quebra' }, reserva.reserva_id))],
      placa && [el('dt', null, t('carro.placa')), el('dd', null, placa)],
    ),
    levar(reserva),
    el('p', { class: 'suave pequeno' }, t(reserva.codigo ? 'reservado.guardada' : 'reservado.semCodigo')),
    el(
      'div',
      { class: 'acoes' },
      el('button', { type: 'button', class: 'botao primario', click: () => aberto?.acoes.verReservas() }, t('reservado.ver')),
      el('button', { type: 'button', class: 'botao', click: () => aberto?.acoes.voltar() }, t('posto.voltar')),
    ),
  );
}

/** Repeats a request that got no answer before the page was left; resolves to the answer. */
export async function repetirPendente(pedido) {
  try {
    const resposta = await pedirUmaVez('POST', '/reservar', { corpo: pedido.corpo, chave: pedido.chave });
    pendente.apagar('reserva', pedido.chave);
    guardarReserva(reservaDe(buscar(chaveDoPosto(resposta)), resposta, pedido.corpo));
    return resposta;
  } catch (falha) {
    if (!semResposta(falha)) {
      pendente.apagar('reserva', pedido.chave);
    }
    throw falha;
  }
}
