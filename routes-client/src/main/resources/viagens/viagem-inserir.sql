-- the same request_id makes one trip, however often it comes
INSERT INTO viagens (viagem_id, codigo_reserva, request_id, carro, pedido, situacao, paradas, criada_em, alterada_em, tentada_por)
VALUES (:#viagem_id, :#codigo_reserva, :#request_id, :#carro, :#pedido, 'EM_ANDAMENTO', :#paradas, :#agora, :#agora, :#tentada_por)
ON CONFLICT (request_id) DO NOTHING
