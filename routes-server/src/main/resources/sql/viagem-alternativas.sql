-- the points that are free in the window of each stop
SELECT s.key AS ordem, p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh, 0 AS em_manutencao, 1 AS disponivel
  FROM json_each(:#paradas) s
 CROSS JOIN postos p
 WHERE p.disponivel = 1
   AND NOT EXISTS (SELECT 1 FROM manutencoes m
                    WHERE m.posto_id = p.id AND m.inicio < s.value ->> 'fim' AND m.fim > s.value ->> 'inicio')
   AND NOT EXISTS (SELECT 1 FROM carregamentos c
                    WHERE c.posto_id = p.id AND c.fim IS NULL AND s.value ->> 'inicio' <= :#agora)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = p.id AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora)
