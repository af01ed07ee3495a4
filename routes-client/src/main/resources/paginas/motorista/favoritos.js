// The points that a driver comes back to, as this device keeps them, and how they stand.

import { el } from './dom.js';
import { favoritosGuardados } from './guardado.js';
import { dinheiro, numero, t } from './idioma.js';
import { linkDoPosto } from './ligacoes.js';
import { buscar, chaveDe, estadoDe, onde } from './postos.js';

function guardadoDe(chave) {
  return favoritosGuardados.todas().find((favorito) => favorito.chave === chave);
}

/** A star that is on or off. */
export function estrela(posto) {
  const chave = chaveDe(posto);
  const botao = el('button', { type: 'button', class: 'botao discreto pequeno', 'data-favorito': chave, 'data-acao': 'favorito' });
  const mostrar = () => {
    const favorito = Boolean(guardadoDe(chave));
    botao.setAttribute('aria-pressed', String(favorito));
    botao.replaceChildren(el('span', { 'aria-hidden': 'true' }, favorito ? '★' : '☆'), t('favoritos.este'));
  };
  botao.addEventListener('click', () => {
    if (guardadoDe(chave)) {
      favoritosGuardados.esquecer(chave);
    } else {
      favoritosGuardados.guardar({ chave, nome: posto.nome });
    }
    mostrar();
  });
  mostrar();
  return botao;
}

/** All of them, each with its state and as a link; null: there is none. */
export function listaDeFavoritos(verPosto) {
  const favoritos = favoritosGuardados.todas();
  return favoritos.length === 0
    ? null
    : el(
        'section',
        { class: 'cartao', 'aria-labelledby': 'titulo-favoritos' },
        el('h2', { id: 'titulo-favoritos' }, t('favoritos.titulo')),
        el('ul', { class: 'lista' }, favoritos.map((favorito) => linha(favorito, verPosto))),
      );
}

function linha({ chave, nome }, verPosto) {
  const posto = buscar(chave);
  const estado = posto && estadoDe(posto);
  return el(
    'li',
    { class: 'linha', 'data-favorito': chave },
    linkDoPosto(chave, posto?.nome ?? nome, verPosto),
    estado && el('span', { class: `etiqueta ${estado}` }, t(`estado.${estado}`)),
    posto && el('span', { class: 'suave pequeno numero' }, [onde(posto), `${numero(posto.potencia_maxima, 1)} kW`, `${dinheiro(posto.preco_kwh)}/kWh`].join(' · ')),
  );
}
