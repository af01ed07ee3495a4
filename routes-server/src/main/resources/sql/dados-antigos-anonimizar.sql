-- some at a time, so that nobody waits long for the writer
UPDATE reservas
   SET placa = 'ANONIMO'
 WHERE id IN (SELECT id FROM reservas
               WHERE placa <> 'ANONIMO' AND fim < :#antes AND situacao IN ('CANCELADA', 'EXPIRADA', 'CONCLUIDA')
               ORDER BY fim
               LIMIT 200)
