-- what lasts beyond the window goes on after it
INSERT INTO manutencoes (posto_id, inicio, fim, motivo)
SELECT posto_id, :#fim, fim, motivo
  FROM manutencoes
 WHERE posto_id = :#posto_id AND inicio < :#fim AND fim > :#fim
