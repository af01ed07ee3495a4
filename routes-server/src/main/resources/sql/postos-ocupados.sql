-- all that keeps a point from others from now until the horizon; posto_id null: of all points
SELECT posto_id, inicio, fim
  FROM reservas_ativas
 WHERE (:#posto_id IS NULL OR posto_id = :#posto_id)
   AND inicio > :#desde AND inicio < :#fim AND fim > :#agora AND expira_em > :#agora
UNION ALL
SELECT posto_id, inicio, fim
  FROM manutencoes
 WHERE (:#posto_id IS NULL OR posto_id = :#posto_id) AND inicio < :#fim AND fim > :#agora
UNION ALL
-- a car without a reservation does not say how long it stays
SELECT posto_id, :#agora, :#logo
  FROM carregamentos
 WHERE (:#posto_id IS NULL OR posto_id = :#posto_id) AND fim IS NULL
UNION ALL
SELECT id, :#agora, '9999-12-31T23:59:59Z'
  FROM postos
 WHERE (:#posto_id IS NULL OR id = :#posto_id) AND disponivel = 0
