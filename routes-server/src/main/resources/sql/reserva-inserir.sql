-- the whole decision: the point in service, free in the window, and the car free in the window, or no row
INSERT INTO reservas (id, codigo_reserva, request_id, client_id, viagem_id, posto_id, placa, inicio, fim, situacao, criada_em)
SELECT :#reserva_id, :#codigo_reserva, :#request_id, :#client_id, :#viagem_id, p.id, :#placa, :#inicio, :#fim, :#situacao, :#agora
  FROM postos p
 WHERE p.id = :#posto_id
   AND p.disponivel = 1
   AND p.em_manutencao = 0
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = :#placa AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio)
