SELECT p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh,
       EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio) AS em_manutencao,
       p.disponivel = 1
           AND NOT EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio)
           AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio
                      AND r.expira_em > :#agora)
           AND NOT EXISTS (SELECT 1 FROM carregamentos c
                    WHERE c.posto_id = p.id AND c.fim IS NULL AND :#inicio <= :#agora) AS disponivel
  FROM postos p
 ORDER BY p.id
