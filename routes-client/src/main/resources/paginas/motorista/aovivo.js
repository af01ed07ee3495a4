// Hears of changes as they happen. The browser's EventSource comes back by itself from a connection that has broken, but neither
// from an answer other than a stream nor from a connection that is gone without anybody having said so, as after a phone's
// sleep; that is done here.

const ESPERA_MS = [2000, 4000, 8000, 15000];
/** The service says something every 15 s, if only that it is there. */
const SILENCIO_MS = 40_000;

/**
 * @param ouvintes by event name: posto, servidor, reserva
 * @param aoLigar after each (re)connection: what was missed has to be read
 * @param aoMudar 'ligando' | 'viva' | 'perdida' | 'sem-broker'
 */
export function ligar(ouvintes, aoLigar, aoMudar) {
  let fonte = null;
  let tentativas = 0;
  let broker = true;
  let ouvido = 0;
  let proxima = null;

  function situacao() {
    if (fonte.readyState !== EventSource.OPEN) {
      return tentativas === 0 ? 'ligando' : 'perdida';
    }
    return broker ? 'viva' : 'sem-broker';
  }

  /** Whatever is to happen by itself next takes the place of what was. */
  function depois(ms, fazer) {
    clearTimeout(proxima);
    proxima = setTimeout(fazer, ms);
  }

  function ouvi() {
    ouvido = Date.now();
    depois(SILENCIO_MS, religar);
  }

  function religar() {
    fonte.close();
    tentativas++;
    abrir();
  }

  function abrir() {
    fonte = new EventSource('/eventos');
    depois(SILENCIO_MS, religar);
    aoMudar(situacao());
    fonte.addEventListener('open', () => {
      ouvi();
      tentativas = 0;
      broker = true;
      aoMudar(situacao());
      aoLigar();
    });
    fonte.addEventListener('error', () => {
      tentativas++;
      aoMudar('perdida');
      if (fonte.readyState === EventSource.CLOSED) {
        depois(ESPERA_MS[Math.min(tentativas - 1, ESPERA_MS.length - 1)], abrir);
      }
    });
    fonte.addEventListener('pulso', ouvi);
    fonte.addEventListener('broker', (evento) => {
      ouvi();
      const antes = broker;
      broker = ler(evento)?.conectado !== false;
      aoMudar(situacao());
      if (broker && !antes) {
        aoLigar();
      }
    });
    for (const [nome, ouvinte] of Object.entries(ouvintes)) {
      fonte.addEventListener(nome, (evento) => {
        ouvi();
        const dados = ler(evento);
        if (dados) {
          ouvinte(dados);
        }
      });
    }
  }

  /** Timers may stand still while nobody looks: whoever looks again should not have to wait for them. */
  function acordar() {
    if (!document.hidden && (fonte.readyState === EventSource.CLOSED || Date.now() - ouvido > SILENCIO_MS)) {
      religar();
    }
  }

  document.addEventListener('visibilitychange', acordar);
  addEventListener('online', acordar);
  abrir();
}

function ler(evento) {
  try {
    const dados = JSON.parse(evento.data);
    return dados !== null && typeof dados === 'object' ? dados : null;
  } catch (naoJson) {
    return null;
  }
}
