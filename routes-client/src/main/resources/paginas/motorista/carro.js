// The car: what is asked about it, with what is usual filled in, and kept only if the driver says so.

import { CONECTORES } from './carga.js';
import { catalogo } from './catalogo.js';
import { campo, el, encher, reclamar } from './dom.js';
import { esquecer, guardar, guardado } from './guardado.js';
import { t } from './idioma.js';

/** kWh, kWh/100 km, kW; the car that sells best, to start from. */
const PADRAO = { nome: 'BYD Dolphin', capacidade: 44.9, consumo: 15.4, ac: 7, cc: 60, conectores: ['Tipo 2', 'CCS2'] };
const PLACA = /^[A-Z]{3}[0-9][A-Z0-9][0-9]{2}$/;
/** Plugs that are not asked for unless the car has them: none is sold here any more. */
const RAROS = ['CCS1'];

function inicial(pedido) {
  const lembrado = pedido ?? guardado('carro') ?? {};
  const numero = (valor, padrao) => (Number.isFinite(valor) && valor > 0 ? valor : padrao);
  if (typeof lembrado.modelo !== 'string' || !lembrado.modelo) {
    return { placa: '', ...PADRAO };
  }
  return {
    placa: typeof lembrado.placa === 'string' ? lembrado.placa : '',
    nome: lembrado.modelo.slice(0, 80),
    capacidade: numero(lembrado.capacidade, PADRAO.capacidade),
    consumo: numero(lembrado.consumo, PADRAO.consumo),
    ac: numero(lembrado.ac, ''),
    cc: numero(lembrado.cc, ''),
    conectores: Array.isArray(lembrado.conectores) ? lembrado.conectores.filter((nome) => CONECTORES.includes(nome)) : [],
  };
}

const ouvintes = new Set();

/** Hears when this device remembers another car, or none any more: every form is for the same one. */
export function ouvirCarro(ouvinte) {
  ouvintes.add(ouvinte);
}

/** The plate as the contract writes it, or null if it is none. */
export function placaDe(texto) {
  const placa = texto.trim().replace(/[-\s]/g, '').toUpperCase();
  return PLACA.test(placa) ? placa : null;
}

/** The field of a plate. */
export function campoPlaca(valor = '') {
  return el('input', {
    name: 'placa',
    value: valor,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: 8,
    required: true,
    placeholder: 'ABC1D23',
    class: 'placa',
  });
}

/** The plugs, each to be ticked. */
function campoConectores(escolhidos) {
  const marcas = new Map();
  const bloco = el('fieldset', { class: 'campo inteiro conectores' }, el('legend', null, t('carro.conectores')));
  function escrever(nomes) {
    for (const nome of CONECTORES.filter((outro) => !marcas.has(outro) && (!RAROS.includes(outro) || nomes.includes(outro)))) {
      const marca = el('input', { type: 'checkbox', name: 'conectores', value: nome });
      marcas.set(nome, marca);
      bloco.append(el('label', { class: 'marcar' }, marca, nome));
    }
    marcas.forEach((marca, nome) => (marca.checked = nomes.includes(nome)));
  }

  escrever(escolhidos);
  return { bloco, ler: () => [...marcas].filter(([, marca]) => marca.checked).map(([nome]) => nome), escrever };
}

/**
 * The fields of the car.
 *
 * @param nivelPadrao per cent of the battery
 * @param pedido the car to begin with, as lembrado() gives it; else the one that this device remembers
 * @param aoMudar when something changed that the time or the range depends on
 */
export function camposDoCarro({ nivelPadrao, pedido, aoMudar = () => {} }) {
  const de = inicial(pedido);
  const placa = campoPlaca(de.placa || (guardado('carro')?.placa ?? ''));
  const modelo = el('select', { name: 'modelo' });
  const nomeDoModelo = el('input', { name: 'nome_modelo', maxlength: 80, value: de.nome });
  const campoNome = campo(t('carro.nome'), nomeDoModelo);
  const numerico = (nome, valor, outros) => el('input', { name: nome, type: 'number', min: 1, max: 1000, step: 'any', value: valor, ...outros });
  const capacidade = numerico('capacidade', de.capacidade, { required: true });
  const consumo = numerico('consumo', de.consumo, { required: true });
  const ac = numerico('potencia_ac', de.ac, { max: 100 });
  const cc = numerico('potencia_cc', de.cc);
  const conectores = campoConectores(de.conectores);
  const nivel = el('input', { name: 'nivel', type: 'number', min: 0, max: 100, step: 1, required: true, value: nivelPadrao });
  const lembrar = el('input', { type: 'checkbox', id: `lembrar-${nivelPadrao}`, checked: guardado('carro') !== null });
  const mudou = el('p', { class: 'suave pequeno', role: 'status', 'data-carro-mudou': '' });
  const blocoPlaca = campo(t('carro.placa'), placa);
  let carros = [];

  /** The models that there are to choose from, by maker, with the chosen one still chosen. */
  function listar(nome) {
    const marcas = [...new Set(carros.map(({ marca }) => marca))];
    const conhecido = nome === PADRAO.nome || carros.some((carro) => carro.nome === nome);
    encher(
      modelo,
      !carros.some((carro) => carro.nome === PADRAO.nome) && el('option', { value: PADRAO.nome }, PADRAO.nome),
      marcas.map((marca) => el('optgroup', { label: marca }, carros.filter((carro) => carro.marca === marca).map((carro) => el('option', { value: carro.nome }, carro.nome)))),
      el('option', { value: '' }, t('carro.outro')),
    );
    modelo.value = conhecido ? nome : '';
    campoNome.hidden = conhecido;
  }

  listar(de.nome);
  catalogo().then((lidos) => {
    carros = lidos;
    // what was chosen, or written, while it was on its way
    listar(modelo.value || nomeDoModelo.value.trim());
  });

  modelo.addEventListener('change', () => {
    const escolhido = carros.find(({ nome }) => nome === modelo.value) ?? (modelo.value ? PADRAO : null);
    campoNome.hidden = Boolean(escolhido);
    if (escolhido) {
      capacidade.value = escolhido.capacidade;
      consumo.value = escolhido.consumo ?? PADRAO.consumo;
      ac.value = escolhido.ac ?? '';
      cc.value = escolhido.cc ?? '';
      conectores.escrever(escolhido.conectores);
    } else {
      nomeDoModelo.value = '';
    }
    aoMudar();
  });
  for (const campoQueConta of [capacidade, consumo, ac, cc, nivel]) {
    campoQueConta.addEventListener('input', aoMudar);
  }
  conectores.bloco.addEventListener('change', aoMudar);
  lembrar.addEventListener('change', () => (lembrar.checked ? guardarCarro() : esquecerCarro()));

  const nome = () => modelo.value || nomeDoModelo.value.trim();
  const positivo = (entrada) => (Number(entrada.value) > 0 ? Number(entrada.value) : undefined);

  function ler() {
    const kwh = Number(capacidade.value);
    const plugues = conectores.ler();
    return {
      placa: placaDe(placa.value),
      modelo: nome() || t('carro.outro'),
      capacidade_bateria: kwh,
      nivel_bateria_atual: Math.round(kwh * Number(nivel.value) * 10) / 1000,
      taxa_descarga: Number(consumo.value) / 100,
      potencia_maxima_ac: positivo(ac),
      potencia_maxima_cc: positivo(cc),
      conectores: plugues.length > 0 ? plugues : undefined,
    };
  }

  /** The car without plate and level, as it can be begun with again. */
  function lembrado() {
    return { modelo: nome(), capacidade: Number(capacidade.value), consumo: Number(consumo.value), ac: positivo(ac), cc: positivo(cc), conectores: conectores.ler() };
  }

  /** @param outro as lembrado() gives it; null: the one to begin with */
  function escreverCarro(outro) {
    const esse = inicial(outro);
    nomeDoModelo.value = esse.nome;
    capacidade.value = esse.capacidade;
    consumo.value = esse.consumo;
    ac.value = esse.ac;
    cc.value = esse.cc;
    conectores.escrever(esse.conectores);
    listar(esse.nome);
    aoMudar();
  }

  function guardarCarro() {
    const antes = guardado('carro');
    const agora = { placa: placaDe(placa.value), ...lembrado() };
    if (!lembrar.checked || !agora.placa || JSON.stringify(antes) === JSON.stringify(agora)) {
      return;
    }
    guardar('carro', agora);
    mudou.textContent = antes && t('carro.mudou', { modelo: agora.modelo || t('carro.outro'), placa: agora.placa });
    ouvintes.forEach((ouvinte) => ouvinte());
  }

  function esquecerCarro() {
    esquecer('carro');
    mudou.textContent = '';
    ouvintes.forEach((ouvinte) => ouvinte());
  }

  /** Begins again with the car that this device remembers now. */
  function reler() {
    const agora = guardado('carro');
    lembrar.checked = agora !== null;
    const este = JSON.stringify({ placa: placaDe(placa.value), ...lembrado() });
    if (agora && JSON.stringify(agora) !== este) {
      placa.value = agora.placa ?? '';
      escreverCarro(null);
    }
  }

  return {
    ler,
    lembrado,
    escrever: escreverCarro,
    guardar: guardarCarro,
    reler,
    placa,
    nivel,
    /** Says at the field that what is in it is no plate; true if it is one. */
    conferirPlaca() {
      const boa = placaDe(placa.value) !== null;
      if (!boa) {
        reclamar(placa, t('carro.placa.erro'));
      }
      return boa;
    },
    campoPlaca: blocoPlaca,
    campoNivel: campo(t('carro.nivel'), nivel),
    campoLembrar: [el('div', { class: 'marcar' }, lembrar, el('label', { for: lembrar.id }, t('carro.lembrar'))), mudou],
    camposBateria: [
      campo(t('carro.modelo'), modelo),
      campoNome,
      campo(t('carro.capacidade'), capacidade),
      campo(t('carro.consumo'), consumo),
      campo(t('carro.ac'), ac),
      campo(t('carro.cc'), cc),
      conectores.bloco,
    ],
  };
}
