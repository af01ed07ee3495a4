INSERT INTO respostas (request_id, impressao, resposta, criada_em)
VALUES (:#request_id, :#impressao, :#resposta, :#agora)
