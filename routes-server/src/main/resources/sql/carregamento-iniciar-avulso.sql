-- the whole decision: the point in service, charging nobody, and nobody's for the next while, or no row
INSERT INTO carregamentos (posto_id, placa, inicio, preco_kwh)
SELECT p.id, :#placa, :#agora, p.preco_kwh
  FROM postos p
 WHERE p.id = :#posto_id
   AND p.disponivel = 1
   AND NOT EXISTS (SELECT 1 FROM manutencoes m
                    WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio
                      AND r.expira_em > :#agora)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.posto_id = p.id AND c.fim IS NULL)
