-- those of reservations go with them
UPDATE carregamentos
   SET placa = 'ANONIMO'
 WHERE id IN (SELECT id FROM carregamentos
               WHERE placa <> 'ANONIMO' AND fim < :#antes AND reserva_id IS NULL
               ORDER BY fim
               LIMIT 200)
