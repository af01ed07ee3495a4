-- all that keeps points from others from now until the horizon: of those from one to another
SELECT posto_id, inicio, min(fim, max(fica_ate, :#logo)) AS fim
  FROM tomadas
 WHERE posto_id BETWEEN :#primeiro AND :#ultimo
   AND inicio < :#fim AND fim > :#inicio AND max(fica_ate, :#logo) > :#inicio AND vale_ate > :#agora AND desde > :#desde
