UPDATE reservas
   SET situacao = 'CANCELADA', alterada_em = :#agora, alterada_por = :#por, operador = :#operador, motivo = :#motivo
 WHERE viagem_id = :#viagem_id
   AND (CAST(:#cliente AS TEXT) IS NULL OR client_id = :#cliente)
   AND situacao IN ('PRE_RESERVADA', 'CONFIRMADA')
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
