-- a hold becomes certain; one that has lapsed is taken again if its point and car are still free and no quota is used up. Nothing
-- of a trip that was cancelled: its confirmation may come late, and what had lapsed before the cancel was left as it was
UPDATE reservas
   SET situacao = 'CONFIRMADA',
       confirmada_em = :#agora,
       expira_em = min(fim, strftime('%Y-%m-%dT%H:%M:%SZ', inicio, :#tolerancia)),
       alterada_em = :#agora,
       alterada_por = :#por,
       motivo = NULL
 WHERE viagem_id = :#viagem_id
   AND (CAST(:#cliente AS TEXT) IS NULL OR client_id = :#cliente)
   AND confirmada_em IS NULL
   AND NOT EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id)
   AND (situacao = 'PRE_RESERVADA' AND expira_em > :#agora
        OR situacao IN ('PRE_RESERVADA', 'EXPIRADA')
           AND min(fim, strftime('%Y-%m-%dT%H:%M:%SZ', inicio, :#tolerancia)) > :#agora
           AND NOT EXISTS (SELECT 1 FROM tomadas t
                            WHERE t.posto_id = reservas.posto_id AND t.reserva_id IS DISTINCT FROM reservas.id
                              AND t.inicio < reservas.fim AND t.fim > reservas.inicio
                              AND max(t.fica_ate, :#logo) > reservas.inicio AND t.vale_ate > :#agora
                              AND t.desde > strftime('%Y-%m-%dT%H:%M:%SZ', reservas.inicio, '-1 day'))
           AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                            WHERE r.placa = reservas.placa AND r.id <> reservas.id
                              AND r.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', reservas.inicio, '-1 day')
                              AND r.inicio < reservas.fim AND r.fim > reservas.inicio AND r.expira_em > :#agora)
           -- a trip that was held once more after its hold had lapsed may have stops in the way of each other: the first one counts
           AND NOT EXISTS (SELECT 1 FROM reservas o
                            WHERE o.viagem_id = :#viagem_id AND o.id < reservas.id AND o.confirmada_em IS NULL
                              AND o.situacao IN ('PRE_RESERVADA', 'EXPIRADA')
                              AND (o.posto_id = reservas.posto_id OR o.placa = reservas.placa)
                              AND o.inicio < reservas.fim AND o.fim > reservas.inicio)
           AND (CAST(:#por_placa AS TEXT) IS NULL
                OR NOT EXISTS (SELECT 1 FROM reservas_contadas c
                                WHERE c.placa = reservas.placa
                                  AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                                  AND c.viagem IS DISTINCT FROM :#viagem_id
                                GROUP BY c.viagem LIMIT 1 OFFSET :#por_placa - 1))
           AND (CAST(:#do_parceiro AS TEXT) IS NULL
                OR NOT EXISTS (SELECT 1 FROM reservas_contadas c
                                WHERE c.parceiro = :#parceiro
                                  AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                                  AND NOT (c.placa = reservas.placa AND c.viagem IS NOT DISTINCT FROM :#viagem_id)
                                GROUP BY c.placa, c.viagem LIMIT 1 OFFSET :#do_parceiro - 1))
           AND (CAST(:#paradas_por_viagem AS TEXT) IS NULL
                OR (SELECT count(*) <= :#paradas_por_viagem
                           AND sum(unixepoch(s.fim) - unixepoch(s.inicio)) <= :#segundos_por_viagem
                      FROM reservas s
                     WHERE s.viagem_id = :#viagem_id AND s.placa = reservas.placa AND s.fim > :#agora
                       AND (s.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')
                            OR s.situacao = 'EXPIRADA' AND s.confirmada_em IS NULL))))
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, expira_em, criada_em, chegou_em, alterada_por, motivo, situacao,
          preco_kwh, potencia_maxima, tipo_conector, aviso,
          (SELECT latitude FROM postos WHERE id = posto_id) AS latitude, (SELECT longitude FROM postos WHERE id = posto_id) AS longitude
