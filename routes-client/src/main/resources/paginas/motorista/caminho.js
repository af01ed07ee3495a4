// The way to a point, by whatever the driver uses to be shown it.

import { el } from './dom.js';
import { t } from './idioma.js';

/**
 * Links that lead away from here; what is behind one is asked for only when somebody follows it.
 *
 * @param lugar [lat, lon]
 * @param id of whom it is the way, once in the page
 */
export function comoChegar(lugar, nome, id) {
  const par = lugar.join(',');
  const link = (qual, texto, href, fora = { target: '_blank', rel: 'noopener noreferrer' }) => el('a', { class: 'botao pequeno', href, 'data-acao': `${qual}-${id}`, ...fora }, texto);
  return el(
    'div',
    { class: 'chegar', role: 'group', 'aria-labelledby': `chegar-${id}` },
    el('p', { class: 'subtitulo', id: `chegar-${id}` }, t('chegar.titulo')),
    el(
      'div',
      { class: 'linha' },
      // others do not know what to do with it
      /Android/.test(navigator.userAgent) && link('aparelho', t('chegar.aparelho'), `geo:${par}?q=${par}(${encodeURIComponent(nome)})`, {}),
      link('google', 'Google Maps', `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(par)}`),
      link('waze', 'Waze', `https://waze.com/ul?ll=${encodeURIComponent(par)}&navigate=yes`),
      link('osm', 'OpenStreetMap', `https://www.openstreetmap.org/directions?to=${encodeURIComponent(par)}`),
    ),
  );
}
