SELECT p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh,
       EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio) AS em_manutencao,
       -- of the reservations that begin before the window ends the last one decides: see impedimentos
       coalesce((SELECT r.fim <= :#inicio FROM reservas_ativas r
                  WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.expira_em > :#agora
                  ORDER BY r.inicio DESC LIMIT 1), TRUE)
       AND NOT EXISTS (SELECT 1 FROM impedimentos i
                        WHERE i.posto_id = p.id AND i.inicio < :#fim AND i.fim > :#inicio
                          AND max(i.fica_ate, :#logo) > :#inicio) AS disponivel
  FROM postos p
 WHERE p.id > :#depois_de
 ORDER BY p.id LIMIT :#maximo
