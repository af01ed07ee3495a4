// Where the driver is, if he says so: it is kept nowhere, and sent nowhere.

/** A position so old still says what is near; ms. */
const IDADE_MS = 60_000;
const PRAZO_MS = 15_000;
const RAIO_DA_TERRA_KM = 6371;

let aqui = null;

/** [lat, lon], or null: it was not said. */
export function onde() {
  return aqui;
}

export function esquecerOnde() {
  aqui = null;
}

/** Asks the browser, which asks the driver; resolves to null, or to why it is not known: negado, indisponivel. */
export function procurar() {
  return new Promise((pronto) => {
    if (!navigator.geolocation || !isSecureContext) {
      pronto('indisponivel');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        aqui = [coords.latitude, coords.longitude];
        pronto(null);
      },
      (falha) => pronto(falha.code === falha.PERMISSION_DENIED ? 'negado' : 'indisponivel'),
      { maximumAge: IDADE_MS, timeout: PRAZO_MS },
    );
  });
}

/** km as the crow flies from where the driver is; null: nobody knows. */
export function distancia(lugar) {
  if (!aqui || !lugar) {
    return null;
  }
  const [lat, lon, deLat, deLon] = [...lugar, ...aqui].map((graus) => (graus * Math.PI) / 180);
  const h = Math.sin((lat - deLat) / 2) ** 2 + Math.cos(lat) * Math.cos(deLat) * Math.sin((lon - deLon) / 2) ** 2;
  return 2 * RAIO_DA_TERRA_KM * Math.asin(Math.sqrt(h));
}
