-- the whole decision: the caller may, the reservation still waits for its car or its car is there and only the end moves, it moves
-- no further ahead than the caller may reserve, and nothing keeps point and car from the time that it did not have before; who only
-- gives time back is in nobody's way. With more time it may not hold another reservation either, as one that was made when this one
-- had lapsed by another clock: the database would refuse it (see reserva_no_lugar)
UPDATE reservas
   SET inicio = :#inicio,
       fim = :#fim,
       -- who waits at the point for its start waits on; at another start it is expected again
       expira_em = CASE WHEN situacao = 'EM_ANDAMENTO' OR chegou_em IS NOT NULL AND inicio = :#inicio
                        THEN :#fim ELSE :#expira_em END,
       chegou_em = CASE WHEN inicio = :#inicio THEN chegou_em END,
       alterada_em = :#agora,
       alterada_por = :#por, operador = :#operador,
       motivo = :#motivo
 WHERE id = :#reserva_id
   AND (:#exige_codigo = FALSE OR codigo_reserva = :#codigo_reserva)
   AND (situacao = 'CONFIRMADA' AND expira_em > :#agora OR situacao = 'EM_ANDAMENTO' AND inicio = :#inicio)
   AND :#inicio <= max(inicio, :#ate)
   AND NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = reservas.posto_id AND t.reserva_id IS DISTINCT FROM reservas.id
                      AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
                      AND t.vale_ate > :#agora AND t.desde > :#desde
                      AND (:#inicio < reservas.inicio
                           AND (t.inicio < reservas.inicio OR t.causa IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO'))
                           OR :#fim > reservas.fim
                              AND (min(t.fim, max(t.fica_ate, :#logo)) > reservas.fim
                                   OR t.causa IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO'))))
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = reservas.placa AND r.id <> reservas.id
                      AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio AND r.expira_em > :#agora
                      AND (:#inicio < reservas.inicio OR :#fim > reservas.fim))
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
