SELECT id, posto_id, reserva_id, placa, inicio, fim, preco_kwh, energia_kwh, custo
  FROM carregamentos
 WHERE posto_id = :#posto_id AND fim IS NULL AND placa = :#placa AND reserva_id IS :#reserva_id
