-- the points that are free in the window of each stop
SELECT s.key AS ordem, p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh, FALSE AS em_manutencao, TRUE AS disponivel
  FROM json_each(:#paradas) s
 CROSS JOIN postos p
 WHERE NOT EXISTS (SELECT 1 FROM tomadas t
                  WHERE t.posto_id = p.id AND t.inicio < s.value ->> 'fim' AND t.fim > s.value ->> 'inicio' AND max(t.fica_ate, :#logo) > s.value ->> 'inicio'
                    AND t.vale_ate > :#agora AND t.desde > s.value ->> 'desde')
