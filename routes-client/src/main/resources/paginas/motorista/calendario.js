// An entry for the driver's calendar, as iCalendar (RFC 5545) has it.

const LINHA_MAXIMA = 75;

function instante(ms) {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

function texto(valor) {
  return String(valor).replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** A line of more than 75 bytes goes on in the next; none is cut within a character. */
function dobrar(linha) {
  const pedacos = [];
  let pedaco = '';
  let bytes = 0;
  for (const caractere of linha) {
    const tamanho = new TextEncoder().encode(caractere).length;
    if (bytes + tamanho > LINHA_MAXIMA) {
      pedacos.push(pedaco);
      pedaco = ' ';
      bytes = 1;
    }
    pedaco += caractere;
    bytes += tamanho;
  }
  return [...pedacos, pedaco].join('\r\n');
}

/**
 * @param entrada {id, titulo, inicio, fim, lugar?, coordenadas?, descricao}; times in ms, coordenadas as [lat, lon]
 * @return the text of the file; half an hour before its start the calendar reminds of it
 */
export function entradaDeCalendario({ id, titulo, inicio, fim, lugar, coordenadas, descricao }) {
  const linhas = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recarga//Reservas//PT',
    'BEGIN:VEVENT',
    `UID:${texto(id)}`,
    `DTSTAMP:${instante(Date.now())}`,
    `DTSTART:${instante(inicio)}`,
    `DTEND:${instante(fim)}`,
    `SUMMARY:${texto(titulo)}`,
    lugar && `LOCATION:${texto(lugar)}`,
    coordenadas && `GEO:${coordenadas.join(';')}`,
    `DESCRIPTION:${texto(descricao)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${texto(titulo)}`,
    'TRIGGER:-PT30M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return linhas.filter(Boolean).map((linha) => `${dobrar(linha)}\r\n`).join('');
}
