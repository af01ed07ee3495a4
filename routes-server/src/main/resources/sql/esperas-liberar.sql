-- what waits at a point for a car that is not there any more: it has left (saiu, a reservation), or charges elsewhere (placa, but
-- not the reservation that it charges with)
UPDATE reservas
   SET situacao = 'CANCELADA', alterada_em = :#agora, alterada_por = :#por, motivo = :#motivo
 WHERE (id = :#saiu OR placa = :#placa AND id IS DISTINCT FROM :#carrega)
   AND situacao = 'CONFIRMADA'
   AND chegou_em IS NOT NULL
   AND expira_em > :#agora
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
