// Things by where they are on a plane, so that whoever asks what is near looks only there, and not at all of them.

/** More rows than a map has at most scales; with more, two cells may be one, and whoever asks hears of too much. */
const LINHAS = 2 ** 24;

/** @param lado of a cell; what is asked for should not be much larger. A box is [left, top, right, bottom]. */
export function grade(lado) {
  const celulas = new Map();

  function cada([x1, y1, x2, y2], fazer) {
    for (let x = Math.floor(x1 / lado); x <= Math.floor(x2 / lado); x++) {
      for (let y = Math.floor(y1 / lado); y <= Math.floor(y2 / lado); y++) {
        fazer(x * LINHAS + y);
      }
    }
  }

  return {
    por(caixa, algo) {
      cada(caixa, (qual) => {
        const celula = celulas.get(qual);
        if (celula) {
          celula.push(algo);
        } else {
          celulas.set(qual, [algo]);
        }
      });
    },
    /** What may lie in this box; some of it lies beside it, or is there twice. */
    em(caixa) {
      const achados = [];
      cada(caixa, (qual) => achados.push(...(celulas.get(qual) ?? [])));
      return achados;
    },
  };
}
