-- the whole decision: the reservation still waits for its car, in the window that was looked at; the other point stands where it
-- was reserved, with the plug and at least the power that were agreed, and nothing keeps it from others in that window; with
-- another point it may not share its car with a reservation that was made when it had lapsed by another clock either (see
-- reserva_no_lugar). What was agreed stays so, the price too
UPDATE reservas
   SET posto_id = novo.posto_id, aviso = NULL,
       alterada_em = :#agora, alterada_por = :#por, operador = :#operador, motivo = :#motivo
  FROM (SELECT r.id AS reserva_id, p.id AS posto_id
          FROM reservas r
          JOIN postos antes ON antes.id = r.posto_id
          JOIN postos p ON p.id <> antes.id
           AND abs(p.latitude - coalesce(r.latitude, antes.latitude)) <= 0.001
           AND abs(p.longitude - coalesce(r.longitude, antes.longitude)) <= 0.001
           AND p.tipo_conector = coalesce(r.tipo_conector, antes.tipo_conector)
           AND p.potencia_maxima >= coalesce(r.potencia_maxima, antes.potencia_maxima)
         WHERE r.id = :#reserva_id AND p.id = :#posto_id) AS novo
 WHERE id = novo.reserva_id
   AND situacao = 'CONFIRMADA' AND expira_em > :#agora AND inicio = :#inicio AND fim = :#fim
   AND NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = novo.posto_id
                      AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
                      AND t.vale_ate > :#agora AND t.desde > :#desde)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = reservas.placa AND r.id <> reservas.id
                      AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio AND r.expira_em > :#agora)
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, reservas.posto_id,
          (SELECT nome FROM postos WHERE id = reservas.posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = reservas.posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = reservas.posto_id) AS longitude
