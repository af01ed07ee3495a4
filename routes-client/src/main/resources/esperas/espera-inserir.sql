-- the same request_id makes one wait, however often it comes; none if too many wait already
INSERT INTO esperas (espera_id, request_id, server_id, posto_id, inicio, fim, criada_em)
SELECT :#espera_id, :#request_id, :#server_id, :#posto_id, :#inicio, :#fim, :#agora
 WHERE (SELECT count(*) FROM esperas WHERE avisada_em IS NULL AND fim > :#agora) < :#maximo
ON CONFLICT (request_id) DO NOTHING
