-- for a saga that is this process's still: of one that another has taken over nobody would undo it
UPDATE viagens SET situacao = 'CANCELANDO', alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND situacao = 'CONFIRMADA'
   AND EXISTS (SELECT 1 FROM sagas WHERE id = :#saga AND dono = :#processo AND situacao = 'INICIADA')
