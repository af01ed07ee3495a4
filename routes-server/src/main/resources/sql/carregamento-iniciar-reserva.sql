-- whoever reserved comes first, at the price that was agreed: only another charge, of this point or of this car, not another's
-- window, keeps it from the point
INSERT INTO carregamentos (posto_id, reserva_id, placa, inicio, limite_em, preco_kwh, potencia_maxima, alterado_em,
                           alterado_por, operador)
SELECT p.id, r.id, :#placa, :#agora, :#limite_em, r.preco_kwh, p.potencia_maxima, :#agora, :#por, :#operador
  FROM reservas r JOIN postos p ON p.id = r.posto_id
 WHERE r.id = :#reserva_id AND r.posto_id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.posto_id = p.id AND c.fim IS NULL)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.placa = :#placa AND c.fim IS NULL)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.reserva_id = :#reserva_id)
