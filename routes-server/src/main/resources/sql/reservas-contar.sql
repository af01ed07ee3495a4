SELECT COUNT(*)
  FROM (SELECT CASE WHEN r.situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND r.expira_em <= :#agora
                    THEN 'EXPIRADA' ELSE r.situacao END AS situacao
          FROM reservas r
         WHERE (CAST(:#posto_id AS TEXT) IS NULL OR r.posto_id = :#posto_id)
           AND (CAST(:#placa AS TEXT) IS NULL OR r.placa = :#placa)
           AND (CAST(:#de AS TEXT) IS NULL OR r.fim > :#de)
           AND (CAST(:#ate AS TEXT) IS NULL OR r.inicio < :#ate)) AS r
 WHERE CAST(:#situacao AS TEXT) IS NULL OR situacao = :#situacao
