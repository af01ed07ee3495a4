// Asks the client's HTTP paths. What goes wrong is always a Falha with a code of the contract, or SEM_REDE.

/** Longer than the gateway's own deadline, which answers TEMPO_ESGOTADO. */
const PRAZO_MS = 60_000;
const TENTATIVAS = 4;
const DE_CADA_VEZ = 4;
const INCERTAS = ['SEM_REDE', 'TEMPO_ESGOTADO'];
/** The request may have no answer yet, or none that is final: repeated, it keeps its id. */
const SEM_RESPOSTA = [...INCERTAS, 'SERVIDOR_INDISPONIVEL', 'LIMITE_EXCEDIDO', 'ERRO_INTERNO'];

class Falha extends Error {
  constructor(codigo, corpo = {}) {
    super(codigo);
    this.codigo = codigo;
    this.corpo = corpo;
  }
}

async function interpretar(resposta) {
  let corpo;
  try {
    corpo = await resposta.json();
  } catch (naoJson) {
    corpo = null;
  }
  const objeto = corpo !== null && typeof corpo === 'object' && !Array.isArray(corpo);
  if (resposta.ok && objeto) {
    return corpo;
  }
  throw new Falha(objeto && typeof corpo.codigo === 'string' ? corpo.codigo : 'ERRO_INTERNO', objeto ? corpo : {});
}

/** The JSON of an answer. codigo: of a reservation or trip; chave: Idempotency-Key. */
export async function pedir(metodo, caminho, { corpo, codigo, chave } = {}) {
  const cabecalhos = {};
  if (corpo !== undefined) {
    cabecalhos['Content-Type'] = 'application/json';
  }
  if (codigo) {
    cabecalhos['X-Codigo-Reserva'] = codigo;
  }
  if (chave) {
    cabecalhos['Idempotency-Key'] = chave;
  }
  let resposta;
  try {
    resposta = await fetch(caminho, {
      method: metodo,
      headers: cabecalhos,
      body: corpo === undefined ? undefined : JSON.stringify(corpo),
      // also if the page is left meanwhile
      keepalive: metodo === 'DELETE',
      signal: AbortSignal.timeout(PRAZO_MS),
    });
  } catch (semRede) {
    throw new Falha('SEM_REDE');
  }
  return interpretar(resposta);
}

/** An id that nobody else has; randomUUID is missing where the page came over plain HTTP from another machine. */
export function novaChave() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `pagina-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Repeats a request whose outcome is uncertain, always with the same key, so that it has one effect at most.
 *
 * @param aoRepetir called before each repetition
 */
export async function pedirUmaVez(metodo, caminho, opcoes, aoRepetir = () => {}) {
  for (let tentativa = 1; ; tentativa++) {
    try {
      return await pedir(metodo, caminho, opcoes);
    } catch (falha) {
      if (tentativa === TENTATIVAS || !INCERTAS.includes(falha.codigo)) {
        throw falha;
      }
      aoRepetir(falha);
      await new Promise((pronto) => setTimeout(pronto, 700 * 2 ** (tentativa - 1)));
    }
  }
}

/** Does something with each, a few at a time: an operator that is slow holds up no more than its own. */
export async function aosPoucos(itens, fazer) {
  const fila = [...itens];
  await Promise.all(
    Array.from({ length: DE_CADA_VEZ }, async () => {
      for (let item = fila.shift(); item; item = fila.shift()) {
        await fazer(item);
      }
    }),
  );
}

/** Whether a server has decided that there is no room, which the same request would be told again. */
export function cotaEsgotada(falha) {
  return falha.codigo === 'LIMITE_EXCEDIDO' && Boolean(falha.corpo?.tente_apos);
}

/** Whether the same request, sent again, should keep its id. */
export function semResposta(falha) {
  return SEM_RESPOSTA.includes(falha.codigo) && !cotaEsgotada(falha);
}
