-- what is known of a request with this id: its answer, or that somebody was told that there is none
SELECT impressao, resposta FROM respostas WHERE request_id = :#request_id
UNION ALL
SELECT NULL, NULL FROM pedidos_negados WHERE request_id = :#request_id
