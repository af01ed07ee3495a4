SELECT COUNT(*)
  FROM (SELECT CASE WHEN r.situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND r.expira_em <= :#agora
                    THEN 'EXPIRADA' ELSE r.situacao END AS situacao
          FROM reservas r
         WHERE (:#posto_id IS NULL OR r.posto_id = :#posto_id)
           AND (:#placa IS NULL OR r.placa = :#placa)
           AND (:#de IS NULL OR r.fim > :#de)
           AND (:#ate IS NULL OR r.inicio < :#ate))
 WHERE :#situacao IS NULL OR situacao = :#situacao
