// The car: what is asked about it, with what is usual filled in, and kept only if the driver says so.

import { campo, el, escolha } from './dom.js';
import { esquecer, guardar, guardado } from './guardado.js';
import { t } from './idioma.js';

/** kWh, kWh/100 km; makers' figures, to start from. */
const MODELOS = [
  { nome: 'BYD Dolphin', capacidade: 44.9, consumo: 15 },
  { nome: 'BYD Dolphin Mini', capacidade: 38, consumo: 13 },
  { nome: 'BYD Yuan Plus', capacidade: 60.5, consumo: 17 },
  { nome: 'GWM Ora 03', capacidade: 48, consumo: 16 },
  { nome: 'Nissan Leaf', capacidade: 40, consumo: 17 },
  { nome: 'Renault Kwid E-Tech', capacidade: 26.8, consumo: 12 },
  { nome: 'Volvo EX30', capacidade: 69, consumo: 17 },
];
const PLACA = /^[A-Z]{3}[0-9][A-Z0-9][0-9]{2}$/;

function inicial() {
  const lembrado = guardado('carro') ?? {};
  const numero = (valor, padrao) => (Number.isFinite(valor) && valor > 0 ? valor : padrao);
  return {
    placa: typeof lembrado.placa === 'string' ? lembrado.placa : '',
    modelo: typeof lembrado.modelo === 'string' && lembrado.modelo ? lembrado.modelo : MODELOS[0].nome,
    capacidade: numero(lembrado.capacidade, MODELOS[0].capacidade),
    consumo: numero(lembrado.consumo, MODELOS[0].consumo),
  };
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

/**
 * The fields of the car.
 *
 * @param nivelPadrao per cent of the battery
 * @param aoMudar when something changed that the time or the range depends on
 */
export function camposDoCarro({ nivelPadrao, aoMudar = () => {} }) {
  const de = inicial();
  const conhecido = MODELOS.some((modelo) => modelo.nome === de.modelo);
  const placa = campoPlaca(de.placa);
  const modelo = escolha(
    [...MODELOS.map(({ nome }) => [nome, nome]), ['', t('carro.outro')]],
    conhecido ? de.modelo : '',
    { name: 'modelo' },
  );
  const nomeDoModelo = el('input', { name: 'nome_modelo', maxlength: 80, value: conhecido ? '' : de.modelo });
  const campoNome = campo(t('carro.nome'), nomeDoModelo);
  const capacidade = el('input', { name: 'capacidade', type: 'number', min: 1, max: 1000, step: 'any', required: true, value: de.capacidade });
  const consumo = el('input', { name: 'consumo', type: 'number', min: 1, max: 1000, step: 'any', required: true, value: de.consumo });
  const nivel = el('input', { name: 'nivel', type: 'number', min: 0, max: 100, step: 1, required: true, value: nivelPadrao });
  const lembrar = el('input', { type: 'checkbox', id: `lembrar-${nivelPadrao}`, checked: guardado('carro') !== null });
  campoNome.hidden = conhecido;
  const blocoPlaca = campo(t('carro.placa'), placa);
  const erro = el('span', { class: 'erro', role: 'alert' });
  blocoPlaca.append(erro);
  placa.addEventListener('input', () => {
    placa.removeAttribute('aria-invalid');
    erro.textContent = '';
  });

  modelo.addEventListener('change', () => {
    const escolhido = MODELOS.find(({ nome }) => nome === modelo.value);
    campoNome.hidden = Boolean(escolhido);
    if (escolhido) {
      capacidade.value = escolhido.capacidade;
      consumo.value = escolhido.consumo;
    }
    aoMudar();
  });
  for (const campoQueConta of [capacidade, consumo, nivel]) {
    campoQueConta.addEventListener('input', aoMudar);
  }
  lembrar.addEventListener('change', () => (lembrar.checked ? guardarCarro() : esquecer('carro')));

  function ler() {
    const kwh = Number(capacidade.value);
    return {
      placa: placaDe(placa.value),
      modelo: modelo.value || nomeDoModelo.value.trim() || t('carro.outro'),
      capacidade_bateria: kwh,
      nivel_bateria_atual: Math.round(kwh * Number(nivel.value) * 10) / 1000,
      taxa_descarga: Number(consumo.value) / 100,
    };
  }

  function guardarCarro() {
    if (lembrar.checked && placaDe(placa.value)) {
      guardar('carro', {
        placa: placaDe(placa.value),
        modelo: modelo.value || nomeDoModelo.value.trim(),
        capacidade: Number(capacidade.value),
        consumo: Number(consumo.value),
      });
    }
  }

  return {
    ler,
    guardar: guardarCarro,
    placa,
    /** Says at the field that what is in it is no plate; true if it is one. */
    conferirPlaca() {
      const boa = placaDe(placa.value) !== null;
      placa.setAttribute('aria-invalid', String(!boa));
      erro.textContent = boa ? '' : t('carro.placa.erro');
      if (!boa) {
        placa.focus();
      }
      return boa;
    },
    campoPlaca: blocoPlaca,
    campoNivel: campo(t('carro.nivel'), nivel),
    campoLembrar: el('div', { class: 'marcar' }, lembrar, el('label', { for: lembrar.id }, t('carro.lembrar'))),
    camposBateria: [
      campo(t('carro.modelo'), modelo),
      campoNome,
      campo(t('carro.capacidade'), capacidade),
      campo(t('carro.consumo'), consumo),
    ],
  };
}
