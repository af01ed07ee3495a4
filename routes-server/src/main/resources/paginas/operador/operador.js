// The operator's page: its views, and what keeps them true. It asks again every few seconds instead of listening: what an
// operator sees then is what the database says, also where the clock alone changed it, and nothing can be missed. One page
// that asks for a few kilobytes costs less than a stream and the events of every change would.

import { aoApertar } from './acoes.js';
import { aoMudarAcesso, entrou, Falha, lerAberto, podeOperar, quemEntrou, sair } from './api.js';
import { baixarPostos, importarPostos, novoPosto } from './cadastro.js';
import { escreverCarregamentos, esquecerCarregamentos, lerCarregamentos, lerEmCurso, prepararCarregamentos } from './carregamentos.js';
import { exigirAcesso, prepararDialogo } from './dialogo.js';
import { avisar, escrever, por } from './dom.js';
import { fusoDoServidor, hoje, relogio, somarDias } from './formato.js';
import { escreverOcupacao, esquecerOcupacao, lerOcupacao, passoDaOcupacao, prepararOcupacao } from './ocupacao.js';
import { escreverPostos, lerPostos, marcarCarregando, mostrarPostos, prepararPostos } from './postos.js';
import { escreverReservas, esquecerReservas, lerReservas, prepararReservas } from './reservas.js';
import { alternarManutencao, gerir, verFora } from './servico.js';
import { escreverTextos, lingua, SEM_NOME, t, trocarIdioma } from './textos.js';

const PERIODO_MS = 5_000;
/** The picture of a day takes 25 questions, that of a week 8, and both change slowly. */
const PERIODO_OCUPACAO_MS = 60_000;
const COM_DIA = ['reservas', 'carregamentos', 'ocupacao'];
const VISTAS = ['postos', ...COM_DIA];

let vistaAtual = 'postos';
/** The day that each view is at; a view that has none here is at today, also after midnight: no view's day is another's. */
const dias = {};
let estado = null;
/** When the server has answered last. */
let ouvido = null;
let ocupacaoLida = 0;
let volta = null;

/** The link over the navigation leads elsewhere within the view that is shown. */
function vista() {
  const nome = location.hash.slice(1);
  vistaAtual = VISTAS.includes(nome) ? nome : vistaAtual;
  return vistaAtual;
}

function mostrarVista(evento) {
  for (const nome of VISTAS) {
    por(`vista-${nome}`).hidden = nome !== vista();
    document.querySelector(`.abas [href="#${nome}"]`).toggleAttribute('aria-current', false);
  }
  document.querySelector(`.abas [href="#${vista()}"]`).setAttribute('aria-current', 'page');
  if (evento) {
    por('recados').querySelector('.sucesso')?.remove();
    por('conteudo').focus({ preventScroll: true });
    atualizarJa();
  }
}

/** Asks for all that is seen now, and again after a while. */
async function atualizar() {
  clearTimeout(volta);
  const esta = Symbol('volta');
  atualizar.esta = esta;
  try {
    estado = await lerAberto('/status');
    fusoDoServidor(estado.fuso);
    mostrarDias();
    await lerPostos();
    ouvido = new Date();
    escrever(por('momento'), t('atualizado', { hora: relogio(ouvido) }));
    if (entrou()) {
      await lerTrancado();
    }
  } catch (falha) {
    if (!(falha instanceof Falha)) {
      throw falha;
    }
    if (falha.codigo === 'SEM_REDE') {
      estado = null;
    } else if (falha.codigo !== 'NAO_AUTORIZADO') {
      avisar(falha.emPalavras(), 'erro');
    }
  } finally {
    if (atualizar.esta === esta) {
      mostrarLigacao();
      volta = setTimeout(() => !document.hidden && atualizar(), PERIODO_MS);
    }
  }
}

async function lerTrancado() {
  if (vista() === 'postos') {
    const emCurso = await lerEmCurso(entrou);
    if (entrou()) {
      marcarCarregando(new Set(emCurso.map((carga) => carga.posto_id)));
    }
  } else if (vista() === 'reservas') {
    await lerReservas(diaDe('reservas'));
    escrever(por('momento-reservas'), t('atualizado', { hora: relogio(new Date()) }));
  } else if (vista() === 'carregamentos') {
    await lerCarregamentos(diaDe('carregamentos'));
    escrever(por('momento-carregamentos'), t('atualizado', { hora: relogio(new Date()) }));
  } else if (vista() === 'ocupacao' && Date.now() - ocupacaoLida > PERIODO_OCUPACAO_MS) {
    ocupacaoLida = Date.now();
    try {
      await lerOcupacao(diaDe('ocupacao'));
    } catch (falha) {
      // what has not come is asked for again with the rest
      ocupacaoLida = 0;
      throw falha;
    }
    escrever(por('momento-ocupacao'), t('atualizado', { hora: relogio(new Date()) }));
  }
}

function atualizarJa() {
  ocupacaoLida = 0;
  atualizar();
}

function mostrarLigacao() {
  const ligacao = por('ligacao');
  const como = !estado ? 'semResposta' : estado.mqtt_conectado ? 'vivo' : 'semBroker';
  escrever(ligacao.firstElementChild, t(como));
  ligacao.className = como === 'vivo' ? 'ligacao viva' : 'ligacao perdida';
  if (estado) {
    escrever(por('servidor'), estado.nome ?? estado.servidor);
    por('servidor').title = estado.servidor;
  }
  por('sem-servidor').hidden = estado !== null;
  escrever(por('sem-servidor'), estado ? '' : ouvido ? t('semServidor', { hora: relogio(ouvido) }) : t('nunca'));
}

function diaDe(nome) {
  return dias[nome] ?? hoje();
}

function escolherDia(nome, novo) {
  if (novo === hoje()) {
    delete dias[nome];
  } else {
    dias[nome] = novo;
  }
  por(`dia-${nome}`).value = novo;
  mostrarDias();
  atualizarJa();
}

function mostrarDias() {
  for (const nome of COM_DIA) {
    const campo = por(`dia-${nome}`);
    // whoever is typing a day is not interrupted
    if (campo !== document.activeElement) {
      campo.value = diaDe(nome);
    }
    por(`vista-${nome}`).querySelector('[data-dia="0"]').setAttribute('aria-pressed', String(dias[nome] === undefined));
  }
}

function mostrarAcesso() {
  const quem = quemEntrou();
  const papel = quem && t(`papel_${quem.papel}`);
  // the one that there is without names is called as the page is
  escrever(por('quem'), quem ? quem.usuario === SEM_NOME ? papel : t('quemEntrou', { usuario: quem.usuario, papel }) : '');
  por('so-leitura').hidden = podeOperar();
  escrever(por('acesso'), t(entrou() ? 'sair' : 'entrar'));
  for (const parte of document.querySelectorAll('[data-trancado]')) {
    parte.hidden = entrou();
  }
  for (const parte of document.querySelectorAll('[data-aberto]')) {
    parte.hidden = !entrou();
  }
}

function mostrarTema() {
  const rotulo = t(window.recargaTema.escuro() ? 'temaClaro' : 'temaEscuro');
  por('tema').setAttribute('aria-label', rotulo);
  por('tema').title = rotulo;
}

function escreverTudo() {
  escreverTextos();
  escrever(por('idioma'), t('siglaDoOutro'));
  por('idioma').setAttribute('aria-label', t('outroIdioma'));
  por('idioma').lang = lingua() === 'en' ? 'pt-BR' : 'en';
  escreverPostos();
  escreverReservas();
  escreverCarregamentos();
  escreverOcupacao();
  mostrarTema();
  mostrarAcesso();
  if (ouvido || estado) {
    mostrarLigacao();
  } else {
    escrever(por('ligacao').firstElementChild, t('aoLigar'));
  }
}

function preparar() {
  prepararDialogo();
  prepararPostos({ gerir, alternar: alternarManutencao });
  prepararReservas();
  prepararCarregamentos();
  prepararOcupacao(atualizarJa);
  escreverTudo();
  mostrarVista();

  window.addEventListener('hashchange', (evento) => {
    // the link over the navigation moves the focus itself, and whoever has moved on is not fetched back
    if (VISTAS.includes(location.hash.slice(1))) {
      mostrarVista(evento);
    }
  });
  document.addEventListener('visibilitychange', () => !document.hidden && atualizar());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', mostrarTema);
  por('idioma').addEventListener('click', () => {
    trocarIdioma();
    escreverTudo();
  });
  por('tema').addEventListener('click', () => {
    window.recargaTema.alternar();
    mostrarTema();
  });
  for (const nome of COM_DIA) {
    por(`dia-${nome}`).addEventListener('change', (evento) => escolherDia(nome, evento.target.value || hoje()));
    for (const botao of por(`vista-${nome}`).querySelectorAll('[data-dia]')) {
      botao.addEventListener('click', () => {
        const passo = nome === 'ocupacao' ? passoDaOcupacao() : 1;
        escolherDia(nome, botao.dataset.dia === '0' ? hoje() : somarDias(diaDe(nome), Number(botao.dataset.dia) * passo));
      });
    }
  }
  aoApertar(por('novo-posto'), novoPosto);
  aoApertar(por('importar-postos'), importarPostos);
  aoApertar(por('baixar-postos'), baixarPostos);
  aoApertar(por('fora-de-servico'), verFora);
  for (const botao of document.querySelectorAll('[data-acesso]')) {
    botao.addEventListener('click', exigirAcesso);
  }
  por('acesso').addEventListener('click', () => {
    if (entrou()) {
      sair();
      avisar(t('saiu'));
    } else {
      exigirAcesso();
    }
  });
  aoMudarAcesso((expulso) => {
    mostrarAcesso();
    mostrarPostos();
    if (entrou()) {
      atualizarJa();
    } else {
      marcarCarregando(null);
      esquecerReservas();
      esquecerCarregamentos();
      esquecerOcupacao();
      if (expulso) {
        avisar(t('senhaMudou'), 'erro');
      }
    }
  });
  atualizar();
}

preparar();
