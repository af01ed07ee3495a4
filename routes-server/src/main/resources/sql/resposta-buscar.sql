SELECT impressao, resposta FROM respostas WHERE request_id = :#request_id
