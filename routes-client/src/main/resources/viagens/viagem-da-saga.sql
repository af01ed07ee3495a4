SELECT viagem_id, codigo_reserva, request_id, carro, pedido, tentativa, situacao, paradas, aguardando, alterada_em FROM viagens
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa AND situacao = :#situacao
