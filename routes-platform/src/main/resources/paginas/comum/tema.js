// A classic script in <head>, so that the chosen theme is there before the first paint.
(function () {
  'use strict';
  const chave = 'recarga.tema';
  const raiz = document.documentElement;

  function guardado() {
    try {
      return localStorage.getItem(chave);
    } catch (semArmazenamento) {
      return null;
    }
  }

  function escuro() {
    const escolha = raiz.dataset.tema;
    return escolha ? escolha === 'escuro' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  const inicial = guardado();
  if (inicial === 'claro' || inicial === 'escuro') {
    raiz.dataset.tema = inicial;
  }

  /** For a page's switch: whether it is dark now, and the other one. */
  window.recargaTema = {
    escuro,
    alternar() {
      raiz.dataset.tema = escuro() ? 'claro' : 'escuro';
      try {
        localStorage.setItem(chave, raiz.dataset.tema);
      } catch (semArmazenamento) {
        // then it lasts as long as the page
      }
      return raiz.dataset.tema;
    },
  };
})();
