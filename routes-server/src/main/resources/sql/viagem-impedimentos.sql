-- why stops could not be held; asked in the same transaction, so that nothing has changed between
SELECT s.key AS ordem,
       p.nome AS posto, coalesce(p.latitude, 0) AS latitude, coalesce(p.longitude, 0) AS longitude,
       EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < s.value ->> 'fim' AND m.fim > s.value ->> 'inicio') AS em_manutencao,
       coalesce(p.disponivel, 1) = 0
           OR EXISTS (SELECT 1 FROM reservas_ativas r
                       WHERE r.posto_id = p.id AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora)
           OR EXISTS (SELECT 1 FROM carregamentos c
                       WHERE c.posto_id = p.id AND c.fim IS NULL AND s.value ->> 'inicio' <= :#agora) AS ocupado,
       coalesce(p.disponivel, 1) = 1
           AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                            WHERE r.posto_id = p.id AND r.situacao <> 'PRE_RESERVADA'
                              AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim'
                              AND r.fim > s.value ->> 'inicio' AND r.expira_em > :#agora)
           AND NOT EXISTS (SELECT 1 FROM carregamentos c
                            WHERE c.posto_id = p.id AND c.fim IS NULL AND s.value ->> 'inicio' <= :#agora) AS so_segurado,
       EXISTS (SELECT 1 FROM reservas_ativas r
                WHERE r.placa = :#placa AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora) AS carro_reservado,
       EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id) AS cancelada
  FROM json_each(:#paradas) s
  LEFT JOIN postos p ON p.id = s.value ->> 'posto_id'
 ORDER BY s.key
