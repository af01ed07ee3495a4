-- what the clock has ended already gets its line in the history; some at a time, so that nobody waits long for the writer
UPDATE reservas
   SET situacao = 'EXPIRADA', alterada_em = :#agora, alterada_por = :#por,
       motivo = CASE WHEN situacao = 'PRE_RESERVADA' THEN :#caducou WHEN chegou_em IS NOT NULL THEN :#esperou ELSE :#motivo END
 WHERE id IN (SELECT id FROM reservas
               WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND expira_em <= :#agora
               ORDER BY expira_em
               LIMIT 100)
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
