// CSV as the spreadsheets of the reader's country open it, made and saved in the browser.

import { decimal } from './formato.js';
import { lingua } from './textos.js';

/** In Portuguese the comma is the decimals', and lists are separated by semicolons. */
function separador() {
  return lingua() === 'en' ? ',' : ';';
}

function celula(valor) {
  const texto = typeof valor === 'number' ? decimal(valor) : String(valor ?? '');
  return texto.includes(separador()) || /["\r\n]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto;
}

/** @param linhas of texts and numbers, undefined for what is not known; the first one names the columns */
function csv(linhas) {
  // with a byte order mark: some take it for Latin-1 otherwise
  return `\uFEFF${linhas.map((linha) => linha.map(celula).join(separador())).join('\r\n')}\r\n`;
}

/** Lets the browser save it. */
export function baixarCsv(nome, linhas) {
  const endereco = URL.createObjectURL(new Blob([csv(linhas)], { type: 'text/csv' }));
  const ligacao = document.createElement('a');
  ligacao.href = endereco;
  ligacao.download = nome;
  ligacao.click();
  setTimeout(() => URL.revokeObjectURL(endereco), 60_000);
}

/** What somebody has written, so that no spreadsheet takes it for a formula. */
export function soTexto(texto) {
  return /^[=+\-@\t\r]/.test(texto) ? `'${texto}` : texto;
}
