// Hears of changes as they happen. The browser's EventSource comes back by itself from a lost connection, but not from an
// answer other than a stream; that is done here.

const ESPERA_MS = [2000, 4000, 8000, 15000];

/**
 * @param ouvintes by event name: posto, servidor, reserva
 * @param aoLigar after each (re)connection: what was missed has to be read
 * @param aoMudar 'ligando' | 'viva' | 'perdida' | 'sem-broker'
 */
export function ligar(ouvintes, aoLigar, aoMudar) {
  let tentativas = 0;
  let broker = true;

  function situacao(fonte) {
    if (fonte.readyState !== EventSource.OPEN) {
      return tentativas === 0 ? 'ligando' : 'perdida';
    }
    return broker ? 'viva' : 'sem-broker';
  }

  function abrir() {
    const fonte = new EventSource('/eventos');
    aoMudar(situacao(fonte));
    fonte.addEventListener('open', () => {
      tentativas = 0;
      broker = true;
      aoMudar(situacao(fonte));
      aoLigar();
    });
    fonte.addEventListener('error', () => {
      tentativas++;
      aoMudar('perdida');
      if (fonte.readyState === EventSource.CLOSED) {
        setTimeout(abrir, ESPERA_MS[Math.min(tentativas - 1, ESPERA_MS.length - 1)]);
      }
    });
    fonte.addEventListener('broker', (evento) => {
      const antes = broker;
      broker = ler(evento)?.conectado !== false;
      aoMudar(situacao(fonte));
      if (broker && !antes) {
        aoLigar();
      }
    });
    for (const [nome, ouvinte] of Object.entries(ouvintes)) {
      fonte.addEventListener(nome, (evento) => {
        const dados = ler(evento);
        if (dados) {
          ouvinte(dados);
        }
      });
    }
  }

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
