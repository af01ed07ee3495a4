-- the same request_id makes one wait, however often it comes; none if the table is full, or its origem has its share of it
INSERT INTO esperas (espera_id, request_id, server_id, posto_id, origem, inicio, fim, criada_em)
SELECT :#espera_id, :#request_id, :#server_id, :#posto_id, :#origem, :#inicio, :#fim, :#agora
 WHERE (SELECT count(*) FROM esperas) < :#maximo
   AND (SELECT count(*) FROM esperas WHERE origem = :#origem) < :#maximo_da_origem
ON CONFLICT (request_id) DO NOTHING
