-- whoever reserved comes first: only another charge, not another's window, keeps it from the point
INSERT INTO carregamentos (posto_id, reserva_id, placa, inicio, preco_kwh)
SELECT p.id, :#reserva_id, :#placa, :#agora, p.preco_kwh
  FROM postos p
 WHERE p.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.posto_id = p.id AND c.fim IS NULL)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.reserva_id = :#reserva_id)
