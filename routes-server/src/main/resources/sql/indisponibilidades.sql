-- what takes points out of service now and later: what lasts already first
SELECT p.id AS posto_id, p.nome AS posto, 'DESLIGADO' AS causa, NULL AS inicio, NULL AS fim, NULL AS motivo,
       p.latitude, p.longitude, '' AS desde
  FROM postos p
 WHERE p.disponivel = FALSE AND (CAST(:#posto_id AS TEXT) IS NULL OR p.id = :#posto_id)
UNION ALL
SELECT p.id, p.nome, 'MANUTENCAO', m.inicio, CASE WHEN m.fim < :#sem_fim THEN m.fim END, m.motivo,
       p.latitude, p.longitude, max(m.inicio, :#agora)
  FROM manutencoes m JOIN postos p ON p.id = m.posto_id
 WHERE m.fim > :#agora AND (CAST(:#posto_id AS TEXT) IS NULL OR m.posto_id = :#posto_id)
 ORDER BY desde, posto_id, inicio
 LIMIT :#limite
