-- why nothing was taken away: what is not over
SELECT (SELECT COUNT(*) FROM reservas_ativas r
         WHERE r.placa = :#placa AND (:#exige_codigo = 0 OR r.codigo_reserva = :#codigo_reserva))
     + (SELECT COUNT(*) FROM carregamentos c WHERE :#exige_codigo = 0 AND c.placa = :#placa AND c.fim IS NULL) AS em_aberto
