// What takes a point out of service, now or later, and brings it back: the switch of maintenance, what is planned, and what is off.

import { Falha, pedir, podeAdministrar, podeOperar } from './api.js';
import { mudarPosto } from './cadastro.js';
import { comecarCarga } from './carregamentos.js';
import { botaoDeEscolha, escolher, exigirAcesso, perguntar } from './dialogo.js';
import { avisar, el, escrever, por } from './dom.js';
import { fusoDe, instanteDoCampo, noLugar, numero, quando, reais } from './formato.js';
import { postoDe, trocarPosto } from './postos.js';
import { t } from './textos.js';

/** The switch in a row: into maintenance after a question, out of it at once. */
export async function alternarManutencao(id) {
  if (!(await exigirAcesso()) || !podeOperar()) {
    return;
  }
  const posto = postoDe(id);
  await (posto.em_manutencao ? terminarManutencao(posto) : marcarManutencao(posto));
}

/** Everything that may be done with a point, and what is planned for it. */
export async function gerir(id) {
  if (!(await exigirAcesso())) {
    return;
  }
  const posto = postoDe(id);
  const fora = await lerFora(`?posto_id=${id}`);
  const desligado = fora.some((uma) => uma.causa === 'DESLIGADO');
  const escolhas = [
    podeAdministrar() && { valor: 'mudar', rotulo: t('mudarPosto'), classe: 'botao primario', fazer: () => mudarPosto(posto) },
    podeOperar() && { valor: 'carregar', rotulo: t('comecarCarga'), fazer: () => comecarCarga(id) },
    podeOperar() && { valor: 'marcar', rotulo: t('marcarManutencao'), dica: t('marcarDica'), fazer: () => marcarManutencao(posto) },
    podeOperar() && !desligado && { valor: 'desligar', rotulo: t('desligar'), dica: t('desligarDica'), classe: 'botao perigo', fazer: () => desligar(posto) },
  ].filter(Boolean);
  await fazerEscolha(escolhas, fora, {
    titulo: `${posto.id} · ${posto.nome}`,
    texto: `${posto.cidade}/${posto.uf} · ${posto.tipo_conector} · ${numero(posto.potencia_maxima, 1, 0)} kW · ${reais(posto.preco_kwh)}/kWh`,
  });
}

/** What is out of service at all points, and will be. */
export async function verFora() {
  if (!(await exigirAcesso())) {
    return;
  }
  const fora = await lerFora('');
  await fazerEscolha([], fora, { titulo: t('foraTitulo'), texto: `${fora.length === 0 ? `${t('nadaFora')} ` : ''}${t('foraTexto')}` });
}

async function lerFora(consulta) {
  return (await pedir('GET', `/indisponibilidades${consulta}`)).indisponibilidades;
}

async function fazerEscolha(escolhas, fora, pergunta) {
  const itens = fora.map((uma, i) => ({ valor: `desfazer-${i}`, rotulo: t(desfeita(uma)), aria: t(`${desfeita(uma)}Rotulo`, valoresDe(uma)), classe: 'botao pequeno', fazer: () => desfazer(uma), uma }));
  const lista = el('ul', { class: 'lista fora campo inteiro' }, ...itens.map((item) => el(
    'li',
    {},
    el('span', {}, emPalavras(item.uma)),
    podeOperar() && botaoDeEscolha(item),
  )));
  const escolhida = await escolher({ ...pergunta, campos: itens.length > 0 ? [lista] : [], escolhas });
  await [...escolhas, ...itens].find((uma) => uma.valor === escolhida)?.fazer();
}

function agora({ inicio }) {
  return !inicio || Date.parse(inicio) <= Date.now();
}

function desfeita(uma) {
  if (uma.causa === 'DESLIGADO') {
    return 'ligar';
  }
  return agora(uma) ? 'terminarManutencao' : 'desmarcar';
}

function valoresDe(uma) {
  const fuso = fusoDe(uma);
  return {
    id: uma.posto_id,
    nome: uma.posto,
    inicio: uma.inicio && quando(uma.inicio, undefined, fuso),
    fim: uma.fim ? noLugar(quando(uma.fim, undefined, fuso), uma.fim, fuso) : t('semFim'),
    motivo: uma.motivo,
  };
}

function emPalavras(uma) {
  if (uma.causa === 'DESLIGADO') {
    return t('foraDesligado', valoresDe(uma));
  }
  return t(agora(uma) ? 'foraManutencao' : 'foraMarcada', valoresDe(uma));
}

async function desfazer(uma) {
  const posto = postoDe(uma.posto_id) ?? { id: uma.posto_id, nome: uma.posto };
  if (uma.causa === 'DESLIGADO') {
    await mudarServico(posto, 'disponibilidade', { disponivel: true }, 'ligarFeito');
  } else if (agora(uma)) {
    await terminarManutencao(posto);
  } else {
    await mudarServico(posto, 'manutencao', { em_manutencao: false, inicio: uma.inicio, ...(uma.fim ? { fim: uma.fim } : {}) }, 'desmarcarFeito');
  }
}

function terminarManutencao(posto) {
  return mudarServico(posto, 'manutencao', { em_manutencao: false }, 'manutencaoFim');
}

async function marcarManutencao(posto) {
  const fuso = fusoDe(posto);
  const lugar = (nome) => noLugar(t(nome), Date.now(), fuso);
  const atingidas = el('p', { class: 'campo inteiro', 'aria-live': 'polite', 'data-atingidas': '' });
  const corpo = (inicio, fim) => ({
    em_manutencao: true,
    ...(inicio ? { inicio: instanteDoCampo(inicio, fuso) } : {}),
    ...(fim ? { fim: instanteDoCampo(fim, fuso) } : {}),
  });
  const pergunta = perguntar({
    titulo: t('manutencaoTitulo'),
    texto: t('manutencaoTexto', posto),
    campos: [
      atingidas,
      { nome: 'inicio', rotulo: lugar('desdeQuando'), tipo: 'datetime-local' },
      { nome: 'fim', rotulo: lugar('ate'), tipo: 'datetime-local' },
      { nome: 'motivo', rotulo: t('motivo'), maxlength: 200, autocomplete: 'off' },
    ],
    sim: t('porEmManutencao'),
    fazer: ({ inicio, fim, motivo }) => {
      const marcada = inicio && Date.parse(corpo(inicio, fim).inicio) > Date.now();
      return mudarServico(
        posto,
        'manutencao',
        { ...corpo(inicio, fim), ...(motivo.trim() ? { motivo: motivo.trim() } : {}) },
        marcada ? 'manutencaoMarcada' : 'manutencaoFeita',
        { inicio: inicio && quando(corpo(inicio, fim).inicio, undefined, fuso) },
      );
    },
  });
  const contar = () => contarAtingidas(`/pontos/${posto.id}/manutencao`, corpo(por('dialogo-inicio').value, por('dialogo-fim').value), 'manutencaoAtinge', atingidas);
  por('dialogo-inicio').addEventListener('change', contar);
  por('dialogo-fim').addEventListener('change', contar);
  await Promise.all([pergunta, contar()]);
}

async function desligar(posto) {
  const atingidas = el('p', { class: 'campo inteiro', 'aria-live': 'polite', 'data-atingidas': '' });
  const pergunta = perguntar({
    titulo: t('desligarTitulo', posto),
    texto: t('desligarTexto'),
    campos: [atingidas],
    sim: t('desligar'),
    perigo: true,
    fazer: () => mudarServico(posto, 'disponibilidade', { disponivel: false }, 'desligarFeito'),
  });
  await Promise.all([pergunta, contarAtingidas(`/pontos/${posto.id}/disponibilidade`, { disponivel: false }, 'desligarAtinge', atingidas)]);
}

/** Says before it is done how many reservations it would touch; of a time that cannot be, the doing says why. */
async function contarAtingidas(caminho, corpo, chave, onde) {
  const minha = (onde.dataset.vez = String(Number(onde.dataset.vez ?? 0) + 1));
  let texto = '';
  try {
    texto = t(chave, { n: (await pedir('PUT', `${caminho}?simular=true`, corpo)).afetadas });
  } catch (falha) {
    if (!(falha instanceof Falha)) {
      throw falha;
    }
  }
  if (onde.dataset.vez === minha) {
    escrever(onde, texto);
  }
}

async function mudarServico({ id, nome }, qual, corpo, recado, valores = {}) {
  const feito = await pedir('PUT', `/pontos/${id}/${qual}`, corpo);
  avisar(t(recado, { id, nome, n: feito.canceladas, ...valores }));
  trocarPosto(feito.posto);
}
