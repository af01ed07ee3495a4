-- only once the attempt before has been undone everywhere, and while nobody has been told that it was the last one
UPDATE viagens SET tentativa = :#tentativa, situacao = 'EM_ANDAMENTO', alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa - 1 AND situacao = 'RECUSADA' AND tentada_por = :#processo
   AND EXISTS (SELECT 1 FROM sagas WHERE id = :#saga AND dono = :#processo AND situacao = 'INICIADA')
