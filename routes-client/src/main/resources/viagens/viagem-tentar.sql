-- only once the attempt before has been undone everywhere
UPDATE viagens SET tentativa = :#tentativa, situacao = 'EM_ANDAMENTO', alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa - 1 AND situacao = 'RECUSADA'
