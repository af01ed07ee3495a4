-- the car is there in time, but another charges at its point: it is not expected any more, and waits until its window ends
UPDATE reservas
   SET chegou_em = :#agora, expira_em = fim, alterada_em = :#agora, alterada_por = :#por, motivo = :#motivo
 WHERE id = :#reserva_id
   AND situacao = 'CONFIRMADA'
   AND chegou_em IS NULL
   AND expira_em > :#agora
   AND inicio <= :#chegada
   AND EXISTS (SELECT 1 FROM carregamentos c WHERE c.posto_id = reservas.posto_id AND c.fim IS NULL)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c
                    WHERE c.placa = reservas.placa AND c.fim IS NULL AND c.posto_id <> reservas.posto_id)
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
