UPDATE viagens
   SET situacao = CASE situacao WHEN 'CANCELANDO' THEN 'CANCELADA' ELSE 'RECUSADA' END,
       paradas = :#paradas,
       aguardando = NULL,
       alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa AND situacao = :#situacao
