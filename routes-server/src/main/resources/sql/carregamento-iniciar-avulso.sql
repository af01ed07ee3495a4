-- the whole decision: nothing keeps the point from others for the next while, and the car charges nowhere else; or no row
INSERT INTO carregamentos (posto_id, placa, inicio, limite_em, preco_kwh, potencia_maxima, alterado_em, alterado_por,
                           operador)
SELECT p.id, :#placa, :#agora, :#limite_em, p.preco_kwh, p.potencia_maxima, :#agora, :#por, :#operador
  FROM postos p
 WHERE p.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = p.id AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
                      AND t.vale_ate > :#agora AND t.desde > :#desde)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.placa = :#placa AND c.fim IS NULL)
