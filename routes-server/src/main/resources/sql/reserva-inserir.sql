-- the whole decision: nothing keeps the point from others in the window, the car is free in it, its trip, if it is part of one,
-- not cancelled, none made by this request already, whose answer is forgotten by now, and no quota used up; or no row. Of the
-- reservations that begin before the window ends the last one decides: see impedimentos
INSERT INTO reservas (id, codigo_reserva, request_id, client_id, viagem_id, posto_id, placa, inicio, fim, expira_em,
                      situacao, criada_em, confirmada_em, alterada_em, alterada_por,
                      preco_kwh, potencia_maxima, tipo_conector, latitude, longitude, parceiro)
SELECT :#reserva_id, :#codigo_reserva, :#request_id, :#client_id, :#viagem_id, p.id, :#placa, :#inicio, :#fim, :#expira_em,
       :#situacao, :#agora, :#agora, :#agora, :#por, p.preco_kwh, p.potencia_maxima, p.tipo_conector, p.latitude, p.longitude, :#parceiro
  FROM postos p
 WHERE p.id = :#posto_id
   AND :#inicio <= :#ate
   AND NOT EXISTS (SELECT 1 FROM reservas r WHERE r.request_id = :#request_id)
   AND NOT EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id)
   AND coalesce((SELECT r.fim <= :#inicio FROM reservas_ativas r
                  WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.expira_em > :#agora
                  ORDER BY r.inicio DESC LIMIT 1), TRUE)
   AND NOT EXISTS (SELECT 1 FROM impedimentos i
                    WHERE i.posto_id = p.id AND i.inicio < :#fim AND i.fim > :#inicio AND max(i.fica_ate, :#logo) > :#inicio)
   AND coalesce((SELECT r.fim <= :#inicio FROM reservas_ativas r
                  WHERE r.placa = :#placa AND r.inicio > :#desde AND r.inicio < :#fim AND r.expira_em > :#agora
                  ORDER BY r.inicio DESC LIMIT 1), TRUE)
   AND (CAST(:#por_placa AS TEXT) IS NULL
        OR NOT EXISTS (SELECT 1 FROM reservas_contadas c
                        WHERE c.placa = :#placa
                          AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                          AND c.viagem IS DISTINCT FROM :#viagem_id
                        GROUP BY c.viagem LIMIT 1 OFFSET :#por_placa - 1))
   AND (CAST(:#do_parceiro AS TEXT) IS NULL
        OR NOT EXISTS (SELECT 1 FROM reservas_contadas c
                        WHERE c.parceiro = :#parceiro
                          AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                          AND NOT (c.placa = :#placa AND c.viagem IS NOT DISTINCT FROM :#viagem_id)
                        GROUP BY c.placa, c.viagem LIMIT 1 OFFSET :#do_parceiro - 1))
   AND (CAST(:#paradas_por_viagem AS TEXT) IS NULL
        OR (SELECT count(*) + :#novas <= :#paradas_por_viagem
                   AND coalesce(sum(unixepoch(c.fim) - unixepoch(c.inicio)), 0) + :#segundos <= :#segundos_por_viagem
              FROM reservas_contadas c
             WHERE c.placa = :#placa
               AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
               AND c.viagem = :#viagem_id))
