// What this device keeps: what was reserved from it, with the codes, and the car if the driver says so; all of that can be
// forgotten. And what is nobody's: the points as last seen, the language. Without storage (a private window, for example) it
// lasts as long as the page.

const PREFIXO = 'recarga.';
const memoria = new Map();

export function guardado(nome) {
  try {
    const texto = localStorage.getItem(PREFIXO + nome);
    return texto === null ? (memoria.get(nome) ?? null) : JSON.parse(texto);
  } catch (semArmazenamento) {
    return memoria.get(nome) ?? null;
  }
}

export function guardar(nome, valor) {
  try {
    localStorage.setItem(PREFIXO + nome, JSON.stringify(valor));
    // else what another tab forgets would live on in this one
    memoria.delete(nome);
  } catch (semArmazenamento) {
    memoria.set(nome, valor);
  }
}

export function esquecer(nome) {
  memoria.delete(nome);
  try {
    localStorage.removeItem(PREFIXO + nome);
  } catch (semArmazenamento) {
    // nothing was kept
  }
}

function lista(nome) {
  const valor = guardado(nome);
  return Array.isArray(valor) ? valor : [];
}

/** A list on this device whose items have an id. */
function colecao(nome, id) {
  return {
    todas: () => lista(nome),
    guardar(item) {
      guardar(nome, [item, ...lista(nome).filter((outro) => outro[id] !== item[id])].slice(0, 100));
    },
    mudar(valorDoId, mudanca) {
      guardar(nome, lista(nome).map((item) => (item[id] === valorDoId ? { ...item, ...mudanca } : item)));
    },
    esquecer(valorDoId) {
      guardar(nome, lista(nome).filter((item) => item[id] !== valorDoId));
    },
  };
}

export const reservasGuardadas = colecao('reservas', 'reserva_id');
export const viagensGuardadas = colecao('viagens', 'viagem_id');
export const favoritosGuardados = colecao('favoritos', 'chave');
export const esperasGuardadas = colecao('esperas', 'espera_id');

/**
 * By name (reserva, viagem), the requests whose answer has not come, each with its chave and corpo, so that any of them can
 * be repeated as it was, also after a reload. Gone with the tab.
 */
export const pendente = {
  ler(nome) {
    try {
      const pedidos = JSON.parse(sessionStorage.getItem(`${PREFIXO}pendente.${nome}`));
      return Array.isArray(pedidos) ? pedidos.filter((pedido) => pedido?.corpo) : [];
    } catch (semArmazenamento) {
      return [];
    }
  },
  anotar(nome, pedido) {
    escreverPendentes(nome, [...pendente.ler(nome).filter((outro) => outro.chave !== pedido.chave), pedido]);
  },
  apagar(nome, chave) {
    escreverPendentes(nome, pendente.ler(nome).filter((pedido) => pedido.chave !== chave));
  },
  esquecer(nome) {
    escreverPendentes(nome, []);
  },
};

/** Whether there is anything of the driver's to forget. */
export function haDoMotorista() {
  const listas = [reservasGuardadas.todas(), viagensGuardadas.todas(), favoritosGuardados.todas(), esperasGuardadas.todas(), pendente.ler('reserva'), pendente.ler('viagem')];
  return listas.some((lista) => lista.length > 0) || guardado('carro') !== null;
}

/** Reservations, trips, favourites, waits, the car, and the requests that wait for an answer. */
export function esquecerDoMotorista() {
  ['reservas', 'viagens', 'favoritos', 'esperas', 'carro'].forEach(esquecer);
  ['reserva', 'viagem'].forEach(pendente.esquecer);
}

function escreverPendentes(nome, pedidos) {
  try {
    sessionStorage.setItem(`${PREFIXO}pendente.${nome}`, JSON.stringify(pedidos));
  } catch (semArmazenamento) {
    // then only this page can repeat them
  }
}
