-- nobody repeats a request that old; some at a time, so that nobody waits long for the writer
DELETE FROM respostas
 WHERE request_id IN (SELECT request_id FROM respostas WHERE criada_em < :#antes ORDER BY criada_em LIMIT 1000)
