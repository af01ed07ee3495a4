SELECT *
  FROM carregamentos_vistos c
 WHERE c.placa = :#placa
   AND (:#exige_codigo = FALSE
        OR EXISTS (SELECT 1 FROM reservas r WHERE r.id = c.reserva_id AND r.codigo_reserva = :#codigo_reserva))
 ORDER BY c.inicio DESC, c.id DESC
 LIMIT 1000
