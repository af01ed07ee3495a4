// What the operator says of the points: a new one, what changes of one, its price, and all of them in a spreadsheet.

import { Falha, pedir } from './api.js';
import { baixarCsv } from './csv.js';
import { FICAR, exigirAcesso, perguntar } from './dialogo.js';
import { avisar, el, encher, por } from './dom.js';
import { decimal, hoje, lerNumero, numero } from './formato.js';
import { relerPostos, todosOsPostos } from './postos.js';
import { t } from './textos.js';

const CONECTORES = ['Tipo 1', 'Tipo 2', 'CCS1', 'CCS2', 'CHAdeMO', 'GB/T'];
const COLUNAS = ['id', 'nome', 'cidade', 'uf', 'latitude', 'longitude', 'potencia_maxima', 'tipo_conector', 'preco_kwh'];

export async function novoPosto() {
  if (!(await exigirAcesso())) {
    return;
  }
  await perguntar({
    titulo: t('novoPosto'),
    campos: [{ nome: 'id', rotulo: t('numeroDoPosto'), inputmode: 'numeric', autocomplete: 'off' }, ...campos()],
    sim: t('criar'),
    async fazer(valores) {
      const feito = await pedir('POST', '/pontos', lerPosto(valores));
      contar(t('postoCriado', feito), feito);
      await relerPostos();
    },
  });
}

export async function mudarPosto(posto) {
  /** The change whose consequences have been told already. */
  let sabida = null;
  await perguntar({
    titulo: t('mudarPostoTitulo', posto),
    texto: t('mudarPostoTexto'),
    campos: campos(posto),
    sim: t('gravar'),
    async fazer(valores) {
      const corpo = lerPosto(valores);
      const dita = JSON.stringify(corpo);
      if (sabida !== dita) {
        const { afetadas } = await pedir('PUT', `/pontos/${posto.id}?simular=true`, corpo);
        if (afetadas > 0) {
          sabida = dita;
          throw new Falha('ATINGE', t('mudarPostoAtinge', { n: numero(afetadas) }));
        }
      }
      const feito = await pedir('PUT', `/pontos/${posto.id}`, corpo);
      contar(t('postoMudado', feito), feito);
      await relerPostos();
    },
  });
}

/** That it is done, and what is doubtful all the same. */
function contar(feito, { avisos = [] }) {
  avisar([feito, ...avisos.map((aviso) => aviso.mensagem)].join(' '), avisos.length > 0 ? 'atencao' : 'sucesso');
}

/** @param posto undefined: there is none yet */
function campos(posto = {}) {
  const texto = (nome, rotulo, mais = {}) => ({ nome, rotulo: t(rotulo), valor: posto[nome] ?? '', obrigatorio: true, autocomplete: 'off', ...mais });
  const quanto = (nome, rotulo) => texto(nome, rotulo, { inputmode: 'decimal', valor: posto[nome] === undefined ? '' : decimal(posto[nome]) });
  return [
    texto('nome', 'nome', { maxlength: 80 }),
    texto('cidade', 'cidade', { maxlength: 80 }),
    texto('uf', 'uf', { maxlength: 2, autocapitalize: 'characters' }),
    texto('localizacao', 'localizacao', { dica: t('localizacaoDica'), inputmode: 'text' }),
    quanto('potencia_maxima', 'potenciaKw'),
    { nome: 'tipo_conector', rotulo: t('conector'), valor: posto.tipo_conector ?? 'CCS2', opcoes: CONECTORES.map((um) => [um, um]) },
    quanto('preco_kwh', 'precoKwh'),
  ];
}

function lerPosto({ id = '', uf, localizacao, potencia_maxima: potencia, preco_kwh: preco, ...resto }) {
  const corpo = {
    ...(id.trim() ? { id: lerNumero(id) } : {}),
    ...resto,
    uf: uf.trim().toUpperCase(),
    localizacao: localizacao.replaceAll(/\s/g, ''),
    potencia_maxima: lerNumero(potencia),
    preco_kwh: lerNumero(preco),
  };
  const erros = ['id', 'potencia_maxima', 'preco_kwh']
    .filter((campo) => Number.isNaN(corpo[campo]))
    .map((campo) => ({ campo, mensagem: t('numeroEsperado') }));
  if (erros.length > 0) {
    throw new Falha('NUMERO', t('haErros'), erros);
  }
  return corpo;
}

/** All points as the import takes them, for a spreadsheet. */
export function baixarPostos() {
  baixarCsv(`postos-${hoje()}.csv`, [COLUNAS, ...todosOsPostos().map((posto) => {
    const [latitude, longitude] = posto.localizacao.split(',').map(Number);
    return COLUNAS.map((coluna) => ({ ...posto, latitude, longitude })[coluna]);
  })]);
}

/** What the file says now; the browser lets nobody read one that has been written to since it was chosen. */
async function lerArquivo(arquivo) {
  try {
    return new Blob([await arquivo.arrayBuffer()], { type: 'text/csv' });
  } catch (mudado) {
    throw new Falha('ARQUIVO', t('haErros'), [{ campo: 'arquivo', mensagem: t('escolherOutraVez') }]);
  }
}

/** Twice: the first time it only says what would happen. What is imported is what was read then. */
export async function importarPostos() {
  if (!(await exigirAcesso())) {
    return;
  }
  let conferido = null;
  /** Counts the choices of a file: what is said of one that is not chosen any more counts for nothing. */
  let escolha = 0;
  const resultado = el('div', { class: 'resultado campo inteiro', role: 'status' });
  const parcial = el('input', { type: 'checkbox', id: 'dialogo-parcial' });
  /** What would be refused does not look like what is to be done next. */
  const mostrarBotao = () => {
    const recusa = conferido?.previsto.erros?.length > 0 && !parcial.checked;
    por('dialogo-sim').textContent = t(conferido === null ? 'conferir' : 'importar');
    por('dialogo-sim').className = recusa ? 'botao' : 'botao primario';
  };
  const recomecar = () => {
    escolha++;
    conferido = null;
    encher(resultado);
    mostrarBotao();
  };
  parcial.addEventListener('change', () => {
    mostrarBotao();
    por('dialogo-erro').hidden = true;
  });
  const pergunta = perguntar({
    titulo: t('importarTitulo'),
    texto: t('importarTexto'),
    campos: [
      { nome: 'arquivo', rotulo: t('arquivoCsv'), tipo: 'file', accept: '.csv,text/csv', obrigatorio: true },
      el('label', { class: 'marcar inteiro' }, parcial, el('span', {}, t('importarParcial'))),
      resultado,
    ],
    sim: t('conferir'),
    async fazer({ arquivo }) {
      if (conferido === null) {
        const esta = escolha;
        const csv = await lerArquivo(arquivo);
        const previsto = await pedir('POST', '/pontos/importar?simular=true&parcial=true', csv);
        if (esta === escolha) {
          conferido = { csv, previsto };
          encher(resultado, ...oQueSeria(previsto));
          mostrarBotao();
        }
        return FICAR;
      }
      if (conferido.previsto.erros?.length > 0 && !parcial.checked) {
        throw new Falha('ERROS', t('importarComErros'));
      }
      const feita = await pedir('POST', `/pontos/importar?parcial=${parcial.checked}`, conferido.csv);
      avisar([t('importado', contagem(feita)), deForaEmPalavras(feita.erros)].join(' ').trim());
      await relerPostos();
      return true;
    },
  });
  const entrada = por('dialogo-arquivo');
  entrada.addEventListener('change', recomecar);
  entrada.addEventListener('click', () => {
    // else the same file, corrected, would be no change
    entrada.value = '';
    recomecar();
  });
  await pergunta;
}

function contagem({ inseridos, alterados, inalterados, afetadas }) {
  return { inseridos: numero(inseridos), alterados: numero(alterados), inalterados: numero(inalterados), afetadas: numero(afetadas) };
}

function oQueSeria(conferido) {
  return [
    el('p', {}, t('importaria', contagem(conferido))),
    ...notas('importarErros', conferido.erros),
    ...notas('importarAvisos', conferido.avisos),
  ];
}

/** How the form calls what a column says. */
const ROTULOS = { id: 'numero', uf: 'uf', potencia_maxima: 'potenciaKw', tipo_conector: 'conector', preco_kwh: 'precoKwh', nome: 'nome', cidade: 'cidade' };

/** Of which line a note is, of which of its columns, and whether it stands for so many that are not named. */
function lerNota({ campo, mensagem }) {
  const [, linha, coluna = ''] = /^linha (\d+)(?:, (.*))?$/.exec(campo) ?? [];
  const mais = campo === 'linhas' ? Number(/\d+/.exec(mensagem)?.[0] ?? 0) : 0;
  const onde = coluna in ROTULOS ? t(ROTULOS[coluna]) : coluna;
  return { linha, mensagem, mais, rotulo: linha ? [t('linhaDoArquivo', { linha }), onde].filter(Boolean).join(', ') : campo };
}

function linhasDe(notas) {
  return [...new Set(notas.map((nota) => nota.linha).filter(Boolean))];
}

/** Which lines a partial import has left out. */
function deForaEmPalavras(erros = []) {
  const notas = erros.map(lerNota);
  const linhas = linhasDe(notas);
  const quais = notas.some((nota) => nota.mais > 0) ? [...linhas, '…'] : linhas;
  return linhas.length === 0 ? '' : t('importadoSem', { n: quantas(linhas.length, notas), quais: quais.join(', ') });
}

/** Of those that are not named nobody knows on how many lines they are. */
function quantas(contadas, notas) {
  return notas.some((nota) => nota.mais > 0) ? `${numero(contadas)}+` : numero(contadas);
}

/** The server says them in Portuguese, by line and column. */
function notas(titulo, quais = []) {
  const lidas = quais.map(lerNota);
  const lista = el('ul', {}, ...lidas.map(({ rotulo, mensagem }) => el('li', {}, el('strong', {}, rotulo), ': ', el('span', { lang: 'pt-BR' }, mensagem))));
  const total = lidas.reduce((soma, nota) => soma + (nota.mais > 0 ? nota.mais : 1), 0);
  const texto = t(titulo, { n: numero(total), linhas: quantas(linhasDe(lidas).length, lidas) });
  return quais.length === 0 ? [] : [
    el('h3', {}, texto),
    el('div', { class: 'notas', role: 'region', tabindex: '0', 'aria-label': texto }, lista),
  ];
}
