SELECT p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh,
       EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio) AS em_manutencao,
       NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = p.id AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
                      AND t.vale_ate > :#agora AND t.desde > :#desde) AS disponivel
  FROM postos p
 ORDER BY p.id
