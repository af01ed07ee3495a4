-- the car is there in time and could not begin, as its point or it itself still charges: it is not expected any more, and waits
-- until its window ends. Told again, it has been there since the first time
UPDATE reservas
   SET chegou_em = coalesce(chegou_em, :#agora),
       expira_em = fim,
       alterada_em = :#agora,
       alterada_por = :#por,
       motivo = CASE WHEN EXISTS (SELECT 1 FROM carregamentos c WHERE c.placa = reservas.placa AND c.fim IS NULL)
                     THEN :#ainda_carrega ELSE :#motivo END
 WHERE id = :#reserva_id
   AND situacao = 'CONFIRMADA'
   AND expira_em > :#agora
   AND inicio <= :#chegada
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
