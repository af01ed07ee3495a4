-- why it was refused, for the driver; what is decided is in the saga
UPDATE viagens SET paradas = :#paradas, alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa AND situacao = 'EM_ANDAMENTO'
