-- the whole decision: what is over, of whoever may ask; none of it, as long as something of it is not over
UPDATE reservas
   SET placa = 'ANONIMO'
 WHERE placa = :#placa
   AND (:#exige_codigo = FALSE OR codigo_reserva = :#codigo_reserva)
   AND situacao IN ('CANCELADA', 'EXPIRADA', 'CONCLUIDA')
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = :#placa AND (:#exige_codigo = FALSE OR r.codigo_reserva = :#codigo_reserva))
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE :#exige_codigo = FALSE AND c.placa = :#placa AND c.fim IS NULL)
