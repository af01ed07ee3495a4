UPDATE viagens SET situacao = 'CONFIRMADA', paradas = :#paradas, aguardando = NULL, alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa AND situacao = 'EM_ANDAMENTO'
