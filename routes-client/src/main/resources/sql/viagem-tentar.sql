UPDATE viagens SET tentativa = tentativa + 1, situacao = 'EM_ANDAMENTO', alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND situacao = 'RECUSADA'
