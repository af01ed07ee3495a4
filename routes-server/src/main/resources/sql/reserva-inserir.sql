-- the whole decision: the point in service, free in the window, the car free in the window, its trip, if it is part of one,
-- not cancelled, and none made by this request already, whose answer is forgotten by now; or no row
INSERT INTO reservas (id, codigo_reserva, request_id, client_id, viagem_id, posto_id, placa, inicio, fim, expira_em,
                      situacao, criada_em, confirmada_em, alterada_em, alterada_por)
SELECT :#reserva_id, :#codigo_reserva, :#request_id, :#client_id, :#viagem_id, p.id, :#placa, :#inicio, :#fim, :#expira_em,
       :#situacao, :#agora, :#agora, :#agora, :#por
  FROM postos p
 WHERE p.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM reservas r WHERE r.request_id = :#request_id)
   AND NOT EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id)
   AND p.disponivel = 1
   AND NOT EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio
                      AND r.expira_em > :#agora)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c
                    WHERE c.posto_id = p.id AND c.fim IS NULL AND :#inicio <= :#agora)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = :#placa AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio
                      AND r.expira_em > :#agora)
