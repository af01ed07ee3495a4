-- not before its last stop is as long ago: until then it can be cancelled; some at a time, so that nobody waits long
DELETE FROM viagens
 WHERE viagem_id IN (SELECT v.viagem_id FROM viagens v
                      WHERE v.situacao IN ('CONFIRMADA', 'RECUSADA', 'CANCELADA')
                        AND v.alterada_em < :#antes
                        AND NOT EXISTS (SELECT 1 FROM json_each(v.pedido, '$.paradas') p
                                         WHERE julianday(p.value ->> 'fim') >= julianday(:#antes))
                      LIMIT 1000)
