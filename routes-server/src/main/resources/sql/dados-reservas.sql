SELECT r.id AS reserva_id, r.codigo_reserva, r.request_id, r.client_id, r.viagem_id, r.posto_id, p.nome AS posto, r.placa,
       r.inicio, r.fim, r.expira_em, r.criada_em, r.chegou_em, r.alterada_por, r.motivo,
       r.preco_kwh, r.potencia_maxima, r.tipo_conector, p.latitude, p.longitude, r.aviso,
       CASE WHEN r.situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND r.expira_em <= :#agora
            THEN 'EXPIRADA' ELSE r.situacao END AS situacao
  FROM reservas r JOIN postos p ON p.id = r.posto_id
 WHERE r.placa = :#placa AND (:#exige_codigo = FALSE OR r.codigo_reserva = :#codigo_reserva)
 ORDER BY r.inicio DESC, r.id
 LIMIT 1000
