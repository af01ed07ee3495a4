-- makes it final that there is no such request, unless one was decided a moment ago. Anybody may ask, so there are no more
-- marks than :#limite
INSERT INTO pedidos_negados (request_id, negado_em)
SELECT :#request_id, :#agora
 WHERE NOT EXISTS (SELECT 1 FROM reservas WHERE request_id = :#request_id)
   AND NOT EXISTS (SELECT 1 FROM respostas WHERE request_id = :#request_id)
   AND (EXISTS (SELECT 1 FROM pedidos_negados WHERE request_id = :#request_id)
        OR (SELECT COUNT(*) FROM pedidos_negados) < :#limite)
ON CONFLICT (request_id) DO UPDATE SET negado_em = excluded.negado_em
