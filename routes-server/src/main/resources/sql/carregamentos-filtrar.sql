-- the one that began last first
SELECT *
  FROM carregamentos_vistos
 WHERE (:#posto_id IS NULL OR posto_id = :#posto_id)
   AND (:#placa IS NULL OR placa = :#placa)
   AND (:#reserva_id IS NULL OR reserva_id = :#reserva_id)
   AND (:#em_curso IS NULL OR (fim IS NULL) = :#em_curso)
   AND (:#atrasado IS NULL OR (fim IS NULL AND prazo <= :#agora) = :#atrasado)
   AND (:#de IS NULL OR coalesce(fim, prazo) > :#de OR (fim IS NULL AND :#agora >= :#de))
   AND (:#ate IS NULL OR inicio < :#ate)
 ORDER BY inicio DESC, id DESC
 LIMIT :#limite OFFSET :#deslocamento
