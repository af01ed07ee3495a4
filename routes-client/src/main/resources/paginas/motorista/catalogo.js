// The cars that are sold in Brazil, as the gateway lists them: asked for once, when the first form of a car is shown.

import { pedir } from './api.js';

let pedido = null;

function positivo(valor) {
  return Number.isFinite(valor) && valor > 0 ? valor : undefined;
}

/** Takes from the answer what the page shows, and nothing of another type than it should be. */
function conferir(carro) {
  const capacidade = positivo(carro?.capacidade_bateria);
  if (!capacidade || typeof carro.marca !== 'string' || typeof carro.modelo !== 'string') {
    return null;
  }
  return {
    marca: carro.marca,
    nome: `${carro.marca} ${carro.modelo}`,
    capacidade,
    consumo: positivo(carro.taxa_descarga) && Math.round(carro.taxa_descarga * 1000) / 10,
    ac: positivo(carro.potencia_maxima_ac),
    cc: positivo(carro.potencia_maxima_cc),
    conectores: Array.isArray(carro.conectores) ? carro.conectores.filter((nome) => typeof nome === 'string') : [],
  };
}

/** All of them, by name; none if they cannot be had, and then it is tried again the next time. */
export function catalogo() {
  pedido ??= pedir('GET', '/carros')
    .then(({ carros }) => (Array.isArray(carros) ? carros.map(conferir).filter(Boolean) : []))
    .catch(() => {
      pedido = null;
      return [];
    });
  return pedido;
}
