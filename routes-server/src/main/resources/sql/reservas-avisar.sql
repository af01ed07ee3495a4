-- what a change of points makes of the reservations that still wait for their cars, said only where it is news; of a
-- trip, else of a point, else of all. A thousandth of a degree is some hundred metres: less is a better measurement of the same place
UPDATE reservas
   SET aviso = novo.texto, motivo = coalesce(novo.texto, :#como_antes), alterada_em = :#agora, alterada_por = :#por, operador = :#operador
  FROM (SELECT r.id AS reserva_id,
               CASE WHEN p.disponivel = FALSE THEN :#desligado
                    WHEN p.tipo_conector <> r.tipo_conector THEN format(:#conector, r.tipo_conector, p.tipo_conector)
                    WHEN abs(p.latitude - r.latitude) > 0.001 OR abs(p.longitude - r.longitude) > 0.001 THEN :#lugar
                    WHEN p.potencia_maxima < r.potencia_maxima
                    THEN replace(replace(format(:#potencia, r.potencia_maxima, p.potencia_maxima), '.0 ', ' '), '.', ',')
                END AS texto
          -- by the index that there is for each: of a trip it is not to look at all that is still to come
          FROM (SELECT * FROM reservas WHERE viagem_id = :#viagem_id
                UNION ALL
                SELECT * FROM reservas WHERE CAST(:#viagem_id AS TEXT) IS NULL AND posto_id = :#posto_id
                UNION ALL
                SELECT * FROM reservas WHERE CAST(:#viagem_id AS TEXT) IS NULL AND CAST(:#posto_id AS TEXT) IS NULL) AS r
          JOIN postos p ON p.id = r.posto_id
         WHERE r.situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND r.expira_em > :#agora) AS novo
 WHERE id = novo.reserva_id AND aviso IS DISTINCT FROM novo.texto
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
