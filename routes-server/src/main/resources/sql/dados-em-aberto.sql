-- why nothing was taken away: what is not over
SELECT (SELECT COUNT(*) FROM reservas_ativas r
         WHERE r.placa = :#placa AND (:#exige_codigo = FALSE OR r.codigo_reserva = :#codigo_reserva))
     + (SELECT COUNT(*) FROM carregamentos c WHERE :#exige_codigo = FALSE AND c.placa = :#placa AND c.fim IS NULL) AS em_aberto
