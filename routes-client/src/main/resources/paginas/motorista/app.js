// The page: what is shown is in the address, so that a link and the back button mean what one expects.

import { noRelogio } from '/comum/fuso.js';
import { ligar } from './aovivo.js';
import { el, encher, focar, por } from './dom.js';
import { recadoDaVaga, reverEsperas, vagou } from './esperas.js';
import { carregarIdioma, t, trocarIdioma } from './idioma.js';
import { aoSeguir } from './ligacoes.js';
import { criarLista, escreverFiltros, filtrados, focarNaLista, janelaDosFiltros, mostrarLista, NOMES_DOS_FILTROS } from './lista.js';
import { criarMapa, mostrarAqui, mostrarPostos, verTudo } from './mapa.js';
import { abrirPosto, atualizarPosto, fecharPosto } from './posto.js';
import { aoMudar, brokerMudou, buscar, carregar, fusoDe, lembrar, mudou, servidorMudou } from './postos.js';
import { reservaDoEndereco } from './reserva.js';
import { criarReservas, desenhar, desenharPostosSeus, mostrarReservas, receberReserva, reservaMudou } from './reservas.js';
import { abrirViagem, criarViagem, desenharNoMapa, mostrarViagem, NOMES_DA_VIAGEM, sairDaViagem } from './viagem.js';

const VISOES = ['postos', 'viagem', 'reservas'];
/** How often the points are read again while nothing tells of changes. */
const SEM_AO_VIVO_MS = 10_000;
/** How long the first reading waits for the stream, which tells who is there, and from when on nothing is missed. */
const ESPERA_PELO_FLUXO_MS = 1500;
const MINUTO = 60_000;

let visao = 'postos';
let posto = null;
let filtros = {};
/** What is asked of a plan, as long as trips are shown or might be gone back to. */
let viagem = {};
let viva = false;
let lido = false;

function lerEndereco() {
  const query = new URLSearchParams(location.search);
  visao = VISOES.includes(query.get('ver')) ? query.get('ver') : 'postos';
  posto = visao === 'postos' ? query.get('posto') : null;
  filtros = {};
  for (const nome of NOMES_DOS_FILTROS) {
    const valor = query.get(nome);
    if (valor) {
      filtros[nome] = valor.slice(0, 60);
    }
  }
  if (visao === 'viagem') {
    viagem = Object.fromEntries(NOMES_DA_VIAGEM.filter((nome) => query.get(nome)).map((nome) => [nome, query.get(nome).slice(0, 100)]));
  }
}

function endereco() {
  const query = new URLSearchParams(visao === 'viagem' ? { ...filtros, ...viagem } : filtros);
  if (visao !== 'postos') {
    query.set('ver', visao);
  }
  if (posto) {
    query.set('posto', posto);
  }
  const texto = query.toString();
  return texto ? `/?${texto}` : '/';
}

function ir(mudanca, { substituir = false } = {}) {
  const antes = visao;
  visao = mudanca.visao ?? visao;
  posto = 'posto' in mudanca ? mudanca.posto : posto;
  filtros = mudanca.filtros ?? filtros;
  viagem = mudanca.viagem ?? viagem;
  history[substituir ? 'replaceState' : 'pushState'](null, '', endereco());
  mostrar(antes);
}

function verReservas() {
  ir({ visao: 'reservas', posto: null });
  focar(document.querySelector('#visao-reservas h1'));
}

/** Shows what the address says. */
function mostrar(antes) {
  document.body.dataset.visao = posto ? 'posto' : visao;
  document.title = visao === 'postos' ? t('titulo') : `${t(`aba.${visao}`)} · Recarga`;
  por('visao-postos').hidden = visao !== 'postos' || posto !== null;
  por('visao-posto').hidden = posto === null;
  por('visao-viagem').hidden = visao !== 'viagem';
  por('visao-reservas').hidden = visao !== 'reservas';
  for (const link of document.querySelectorAll('.abas [data-visao]')) {
    if (link.dataset.visao === visao) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  if (antes === 'viagem' && visao !== 'viagem') {
    sairDaViagem();
  }
  if (visao === 'viagem') {
    mostrarViagem();
    desenharNoMapa();
  }
  if (lido && visao === 'reservas' && antes !== 'reservas') {
    mostrarReservas();
  }
  if (posto) {
    const pedidos = filtros;
    abrirPosto(por('visao-posto'), posto, (fuso) => janelaDosFiltros(pedidos, fuso), {
      voltar: () => {
        const deixado = posto;
        ir({ posto: null });
        // after the list has been drawn
        requestAnimationFrame(() => {
          if (!focarNaLista(deixado)) {
            focar(document.querySelector('#visao-postos h1'));
          }
        });
      },
      verReservas,
      verPosto: (chave) => ir({ posto: chave }),
    });
    por('painel').scrollTop = 0;
    scrollTo(0, 0);
  } else {
    fecharPosto();
  }
  if (antes !== visao) {
    por('painel').scrollTop = 0;
    scrollTo(0, 0);
  }
  desenharPostos();
}

let marcado = false;

/** Once a frame, for all changes until then. */
function desenharPostos() {
  if (marcado) {
    return;
  }
  marcado = true;
  requestAnimationFrame(() => {
    marcado = false;
    const visiveis = filtrados(filtros);
    mostrarLista(visiveis, filtros);
    mostrarPostos(comEscolhido(visiveis), posto, JSON.stringify(filtros));
    atualizarPosto();
    if (visao === 'viagem') {
      mostrarViagem();
    }
    if (visao === 'reservas') {
      desenharPostosSeus();
    }
  });
}

/** A point was given back for which this device waits: that is said in whichever view the driver is. */
function dizerVaga(espera) {
  if (document.querySelector(`[data-vaga="${CSS.escape(espera.espera_id)}"]`)) {
    return;
  }
  const chave = `${espera.server_id}:${espera.posto_id}`;
  const fuso = fusoDe(espera);
  const janela = espera.inicio && { livre: 'janela', de: noRelogio(espera.inicio, fuso), por: String(Math.round((Date.parse(espera.fim) - Date.parse(espera.inicio)) / MINUTO)) };
  por('vagas').append(
    recadoDaVaga(espera, {
      reservar: () => {
        if (janela) {
          escreverFiltros(janela);
        }
        ir({ visao: 'postos', posto: chave, filtros: janela ?? filtros });
      },
      dispensar: () => por('painel').focus(),
    }),
  );
  desenhar();
}

function ouvirVaga(evento) {
  const espera = vagou(evento);
  if (espera) {
    dizerVaga(espera);
  }
}

function comEscolhido(visiveis) {
  const aberto = posto && buscar(posto);
  return aberto && !visiveis.includes(aberto) ? [...visiveis, aberto] : visiveis;
}

function mostrarLigacao(situacao) {
  viva = situacao === 'viva';
  if (situacao === 'perdida' && !lido) {
    ler();
  }
  brokerMudou(situacao !== 'sem-broker');
  const sinal = por('ligacao');
  sinal.className = `ligacao ${viva ? 'viva' : situacao === 'ligando' ? '' : 'perdida'}`;
  sinal.dataset.situacao = situacao;
  sinal.textContent = t(`ligacao.${situacao}`);
}

function cabecalho() {
  for (const link of document.querySelectorAll('.abas [data-visao]')) {
    aoSeguir(link, () => ir({ visao: link.dataset.visao, posto: null }));
  }
  por('idioma').addEventListener('click', () => {
    trocarIdioma();
    location.reload();
  });
  const tema = por('tema');
  const nomear = () => tema.setAttribute('aria-label', t(window.recargaTema.escuro() ? 'tema.claro' : 'tema.escuro'));
  tema.addEventListener('click', () => {
    window.recargaTema.alternar();
    nomear();
  });
  nomear();
  por('ver-tudo').addEventListener('click', verTudo);
  document.querySelector('.pular').addEventListener('click', (evento) => {
    evento.preventDefault();
    por('painel').focus();
  });
}

function contarReservas(quantas) {
  encher(por('quantas'), quantas > 0 ? el('span', { class: 'bolinha numero' }, String(quantas)) : null);
}

/** Whatever changes from now on is told; what has changed before, and who is there where the stream has not told it, is asked for. */
function ler() {
  const primeira = !lido;
  lido = true;
  // where the points are, and how long cars are waited for, is on the cards, too
  carregar(null, { semPresenca: primeira && viva }).then(desenhar);
  mostrarReservas();
  reverEsperas(dizerVaga);
}

/** Whoever photographed the code of a reservation has it from now on; the address, which others may see, does not tell it any more. */
function receber() {
  const trazida = reservaDoEndereco(location.hash);
  if (trazida) {
    history.replaceState(null, '', endereco());
    receberReserva(trazida);
  }
}

function comecar() {
  carregarIdioma();
  lerEndereco();
  criarMapa(por('mapa'), (chave) => ir({ visao: 'postos', posto: chave }));
  criarLista(por('visao-postos'), filtros, {
    escolher: (chave) => ir({ posto: chave }),
    filtrar: (novos) => ir({ filtros: novos }, { substituir: true }),
    recarregar: () => carregar(),
    ordenar: (lugar) => {
      desenharPostos();
      mostrarAqui(lugar, filtrados(filtros));
    },
  });
  criarViagem(por('visao-viagem'), viagem, {
    verReservas,
    guardar: (pedida) => ir({ viagem: pedida }, { substituir: true }),
  });
  criarReservas(por('visao-reservas'), {
    aoMudar: contarReservas,
    verLivres: (pedidos) => {
      escreverFiltros(pedidos);
      ir({ visao: 'postos', posto: null, filtros: pedidos });
    },
    verPosto: (chave) => ir({ visao: 'postos', posto: chave }),
  });
  lembrar();
  desenhar();
  receber();
  cabecalho();
  aoMudar(desenharPostos);
  mostrar(null);
  abrirViagem(viagem);
  addEventListener('popstate', () => {
    const antes = visao;
    lerEndereco();
    receber();
    escreverFiltros(filtros);
    mostrar(antes);
    abrirViagem(viagem);
  });
  ligar(
    {
      posto: mudou,
      servidor: servidorMudou,
      reserva: reservaMudou,
      vaga: ouvirVaga,
    },
    ler,
    mostrarLigacao,
  );
  setTimeout(() => lido || ler(), ESPERA_PELO_FLUXO_MS);
  navigator.serviceWorker?.register('/sw.js').catch(() => {
    // then each visit asks for the page
  });
  setInterval(() => !viva && carregar(), SEM_AO_VIVO_MS);
  // "now" moves on
  setInterval(desenharPostos, MINUTO);
}

comecar();
