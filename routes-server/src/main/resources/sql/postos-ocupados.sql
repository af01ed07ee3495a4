-- all that keeps a point from others from now until the horizon; posto_id null: of all points
SELECT posto_id, inicio, min(fim, max(fica_ate, :#logo)) AS fim
  FROM tomadas
 WHERE (CAST(:#posto_id AS TEXT) IS NULL OR posto_id = :#posto_id)
   AND inicio < :#fim AND fim > :#inicio AND max(fica_ate, :#logo) > :#inicio AND vale_ate > :#agora AND desde > :#desde
