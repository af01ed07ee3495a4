SELECT viagem_id, codigo_reserva, request_id, carro, pedido, tentativa, situacao, paradas, aguardando, alterada_em FROM viagens WHERE request_id = :#request_id
