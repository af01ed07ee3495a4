-- the whole decision: the caller may, the state may follow, the reservation has not lapsed; who arrives is not too early, and
-- neither its point nor the car itself charges already
UPDATE reservas
   SET situacao = :#para,
       alterada_em = :#agora,
       alterada_por = :#por, operador = :#operador,
       motivo = :#motivo,
       chegou_em = CASE :#para WHEN 'EM_ANDAMENTO' THEN NULL ELSE chegou_em END,
       expira_em = CASE :#para WHEN 'EM_ANDAMENTO' THEN fim ELSE expira_em END
 WHERE id = :#reserva_id
   AND (:#exige_codigo = FALSE OR codigo_reserva = :#codigo_reserva)
   AND EXISTS (SELECT 1 FROM transicoes t WHERE t.de = situacao AND t.para = :#para)
   AND (situacao = 'EM_ANDAMENTO' OR expira_em > :#agora)
   AND (:#para <> 'EM_ANDAMENTO'
        OR inicio <= :#chegada
           AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.posto_id = reservas.posto_id AND c.fim IS NULL)
           AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.placa = reservas.placa AND c.fim IS NULL))
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
