-- all stops in one statement, each held if its point and the car are free; the route lets go of them if one is not.
-- paradas is a JSON array, so that the number of statements does not grow with the number of stops
INSERT INTO reservas (id, codigo_reserva, request_id, client_id, viagem_id, posto_id, placa, inicio, fim, expira_em,
                      situacao, criada_em, alterada_em, alterada_por)
SELECT s.value ->> 'reserva_id', s.value ->> 'codigo_reserva', s.value ->> 'request_id', :#client_id, :#viagem_id, p.id,
       :#placa, s.value ->> 'inicio', s.value ->> 'fim', :#expira_em, :#situacao, :#agora, :#agora, :#por
  FROM json_each(:#paradas) s
  JOIN postos p ON p.id = s.value ->> 'posto_id'
 WHERE NOT EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id)
   AND p.disponivel = 1
   AND NOT EXISTS (SELECT 1 FROM manutencoes m
                    WHERE m.posto_id = p.id AND m.inicio < s.value ->> 'fim' AND m.fim > s.value ->> 'inicio')
   AND NOT EXISTS (SELECT 1 FROM carregamentos c
                    WHERE c.posto_id = p.id AND c.fim IS NULL AND s.value ->> 'inicio' <= :#agora)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = p.id AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = :#placa AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora)
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, criada_em, alterada_por, motivo, situacao
