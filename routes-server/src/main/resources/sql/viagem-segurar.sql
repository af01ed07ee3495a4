-- all stops in one statement, each held if its point and the car are free and no quota is used up; the route lets go of them
-- if one is not.
-- paradas is a JSON array, so that the number of statements does not grow with the number of stops
INSERT INTO reservas (id, codigo_reserva, request_id, client_id, viagem_id, posto_id, placa, inicio, fim, expira_em,
                      situacao, criada_em, alterada_em, alterada_por, preco_kwh, potencia_maxima, tipo_conector, latitude, longitude,
                      parceiro)
SELECT s.value ->> 'reserva_id', s.value ->> 'codigo_reserva', s.value ->> 'request_id', :#client_id, :#viagem_id, p.id,
       :#placa, s.value ->> 'inicio', s.value ->> 'fim', :#expira_em, :#situacao, :#agora, :#agora, :#por,
       p.preco_kwh, p.potencia_maxima, p.tipo_conector, p.latitude, p.longitude, :#parceiro
  FROM json_each(:#paradas) s
  JOIN postos p ON p.id = CAST(s.value ->> 'posto_id' AS INTEGER)
 WHERE NOT EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id)
   AND NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = p.id AND t.inicio < s.value ->> 'fim' AND t.fim > s.value ->> 'inicio' AND max(t.fica_ate, :#logo) > s.value ->> 'inicio'
                      AND t.vale_ate > :#agora AND t.desde > s.value ->> 'desde')
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = :#placa AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora)
   AND s.value ->> 'inicio' <= :#ate
   AND (CAST(:#por_placa AS TEXT) IS NULL
        OR NOT EXISTS (SELECT 1 FROM reservas_contadas c
                        WHERE c.placa = :#placa
                          AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                          AND c.viagem IS DISTINCT FROM :#viagem_id
                        GROUP BY c.viagem LIMIT 1 OFFSET :#por_placa - 1))
   AND (CAST(:#pre_reservas AS TEXT) IS NULL
        OR NOT EXISTS (SELECT 1 FROM reservas_contadas c
                        WHERE c.placa = :#placa AND c.situacao = 'PRE_RESERVADA'
                          AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                          AND c.viagem IS DISTINCT FROM :#viagem_id
                        GROUP BY c.viagem LIMIT 1 OFFSET :#pre_reservas - 1))
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
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso, confirmada_em IS NOT NULL AS confirmada,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
