// How long a charge takes and what it brings: the contract's CurvaDeRecarga, as servers and plans count, in the same words.

/** From this part of the battery on a car takes less from direct current, down to the other when it is full. */
const JOELHO = 0.8;
const FIM = 0.2;
/** Of a car that does not say what it takes: kW, and kW for each kWh of the capacity. */
const AC_PRESUMIDA = 7.4;
const CC_PRESUMIDA = 1.5;
/** No point gives more than this with alternating current; kW. */
const AC_MAXIMA = 43;
const ALTERNADA = ['Tipo 1', 'Tipo 2'];
const CONTINUA = ['CCS1', 'CCS2', 'CHAdeMO', 'GB/T'];
const HORA = 3600;

export const CONECTORES = [...ALTERNADA, ...CONTINUA];

/** Whether a plug fits the car; where one of the two is not known, nobody knows better. */
export function serve(carro, conector) {
  return !carro.conectores || !conector || carro.conectores.includes(conector);
}

/**
 * How fast a car charges at a point: potencia is in kW, up to the knee.
 *
 * @param carro as it is sent to a server
 * @param ponto kW
 */
export function curva({ capacidade_bateria: capacidade, potencia_maxima_ac: ac = AC_PRESUMIDA, potencia_maxima_cc: cc = CC_PRESUMIDA * capacidade }, ponto, conector) {
  const continua = CONTINUA.includes(conector) || (!ALTERNADA.includes(conector) && ponto > AC_MAXIMA);
  const aceita = continua ? cc : Infinity;
  const potencia = Math.min(ponto, continua ? cc : ac);
  // kWh; above, the car takes less than the point gives
  const cai = !continua || potencia <= FIM * aceita ? capacidade : capacidade * (JOELHO + ((1 - JOELHO) * (1 - potencia / aceita)) / (1 - FIM));
  const constante = (capacidade * (1 - JOELHO)) / ((1 - FIM) * aceita);
  const aceitaCom = (nivel) => aceita * (1 - ((1 - FIM) * (nivel / capacidade - JOELHO)) / (1 - JOELHO));

  return {
    potencia,
    /** Between two levels in kWh. */
    segundos(de, ate) {
      const plana = Math.max(0, Math.min(ate, cai) - de) / potencia;
      const inclinada = ate <= cai ? 0 : constante * Math.log(aceitaCom(Math.max(de, cai)) / aceitaCom(ate));
      return (plana + inclinada) * HORA;
    },
    /** The level in kWh after so many seconds. */
    nivelDepois(de, segundos) {
      const horas = segundos / HORA;
      const plana = Math.max(0, cai - de) / potencia;
      if (horas <= plana) {
        return de + horas * potencia;
      }
      if (cai === capacidade) {
        return capacidade;
      }
      const resta = aceitaCom(Math.max(de, cai)) * Math.exp(-(horas - plana) / constante);
      return Math.min(capacidade, capacidade * JOELHO + (1 - resta / aceita) * constante * aceita);
    },
  };
}
