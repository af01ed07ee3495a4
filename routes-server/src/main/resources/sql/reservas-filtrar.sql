-- with the state that the clock gives them, whether the sweeper has come by or not
SELECT *
  FROM (SELECT r.id AS reserva_id, r.codigo_reserva, r.request_id, r.client_id, r.viagem_id, r.posto_id, p.nome AS posto,
               r.placa, r.inicio, r.fim, r.expira_em, r.criada_em, r.chegou_em, r.alterada_por, r.motivo,
               r.preco_kwh, r.potencia_maxima, r.tipo_conector, p.latitude, p.longitude, r.aviso,
               CASE WHEN r.situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND r.expira_em <= :#agora
                    THEN 'EXPIRADA' ELSE r.situacao END AS situacao
          FROM reservas r JOIN postos p ON p.id = r.posto_id
         WHERE (CAST(:#posto_id AS TEXT) IS NULL OR r.posto_id = :#posto_id)
           AND (CAST(:#placa AS TEXT) IS NULL OR r.placa = :#placa)
           AND (CAST(:#de AS TEXT) IS NULL OR r.fim > :#de)
           AND (CAST(:#ate AS TEXT) IS NULL OR r.inicio < :#ate)) AS r
 WHERE CAST(:#situacao AS TEXT) IS NULL OR situacao = :#situacao
 ORDER BY inicio DESC, reserva_id
 LIMIT :#limite OFFSET :#deslocamento
