-- the whole decision: nothing keeps the point from others for the next while, or no row
INSERT INTO carregamentos (posto_id, placa, inicio, preco_kwh)
SELECT p.id, :#placa, :#agora, p.preco_kwh
  FROM postos p
 WHERE p.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = p.id AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
                      AND t.vale_ate > :#agora AND t.desde > :#desde)
