SELECT COUNT(*)
  FROM carregamentos_vistos
 WHERE (CAST(:#posto_id AS TEXT) IS NULL OR posto_id = :#posto_id)
   AND (CAST(:#placa AS TEXT) IS NULL OR placa = :#placa)
   AND (CAST(:#reserva_id AS TEXT) IS NULL OR reserva_id = :#reserva_id)
   AND (CAST(:#em_curso AS TEXT) IS NULL OR (fim IS NULL) = :#em_curso)
   AND (CAST(:#atrasado AS TEXT) IS NULL OR (fim IS NULL AND prazo <= :#agora) = :#atrasado)
   AND (CAST(:#de AS TEXT) IS NULL OR coalesce(fim, prazo) > :#de OR (fim IS NULL AND :#agora >= :#de))
   AND (CAST(:#ate AS TEXT) IS NULL OR inicio < :#ate)
