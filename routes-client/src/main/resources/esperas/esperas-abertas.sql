-- who waits still, and who was told a moment ago, in the order in which they came
SELECT espera_id, server_id, posto_id, inicio, fim, avisada_em, vaga_inicio, vaga_fim FROM esperas
 WHERE (avisada_em IS NULL AND fim > :#agora) OR avisada_em > :#recentes
 ORDER BY espera_id
