// Keeps the page, so that it opens at once and without a network; what operators and reservations are is asked for all the same, and
// what this device knows of its own reservations it keeps by itself. VERSAO and ARQUIVOS are said by whoever serves this file.

self.addEventListener('install', (evento) => {
  self.skipWaiting();
  // files by whose address one knows what is in them come from where the browser has them already
  evento.waitUntil(guardarTudo());
});

/** A page that names other files than these came from a process that is older or newer: kept, it would never find its own. */
async function guardarTudo() {
  const guardados = await caches.open(VERSAO);
  await guardados.addAll(ARQUIVOS);
  const pagina = await (await guardados.match('/')).text();
  if (!ARQUIVOS.slice(1).every((arquivo) => pagina.includes(arquivo))) {
    await caches.delete(VERSAO);
    throw new Error(VERSAO);
  }
}

self.addEventListener('activate', (evento) => {
  evento.waitUntil(
    caches
      .keys()
      .then((versoes) => Promise.all(versoes.filter((versao) => versao !== VERSAO).map((versao) => caches.delete(versao))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (evento) => {
  const { pathname, origin } = new URL(evento.request.url);
  // whichever view of the page the address asks for
  const guardado = evento.request.mode === 'navigate' && pathname === '/' ? '/' : pathname;
  if (evento.request.method === 'GET' && origin === self.location.origin && ARQUIVOS.includes(guardado)) {
    evento.respondWith(caches.match(guardado, { cacheName: VERSAO }).then((resposta) => resposta ?? fetch(evento.request)));
  }
});
