UPDATE viagens SET situacao = 'CANCELANDO', alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND situacao = 'CONFIRMADA'
