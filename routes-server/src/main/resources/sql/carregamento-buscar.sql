SELECT id, posto_id, reserva_id, placa, inicio, fim, preco_kwh, energia_kwh, custo
  FROM carregamentos
 WHERE id = :#carregamento_id AND posto_id = :#posto_id
