-- the same request_id makes one trip, however often it comes; none for a saga that another process has taken over meanwhile
INSERT INTO viagens (viagem_id, codigo_reserva, request_id, carro, pedido, situacao, paradas, criada_em, alterada_em, tentada_por)
SELECT :#viagem_id, :#codigo_reserva, :#request_id, :#carro, :#pedido, 'EM_ANDAMENTO', :#paradas, :#agora, :#agora, :#processo
 WHERE EXISTS (SELECT 1 FROM sagas WHERE id = :#saga AND dono = :#processo AND situacao = 'INICIADA')
ON CONFLICT (request_id) DO NOTHING
