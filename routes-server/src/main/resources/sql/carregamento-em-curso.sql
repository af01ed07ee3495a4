SELECT *
  FROM carregamentos_vistos
 WHERE posto_id = :#posto_id AND fim IS NULL AND placa = :#placa AND reserva_id IS NOT DISTINCT FROM :#reserva_id
