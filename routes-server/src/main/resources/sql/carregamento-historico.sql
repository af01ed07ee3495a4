SELECT em, por, operador, motivo, energia_kwh, custo
  FROM carregamentos_historico
 WHERE carregamento_id = :#carregamento_id
 ORDER BY id
