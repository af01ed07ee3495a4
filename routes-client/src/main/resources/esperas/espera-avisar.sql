-- of several processes that find the same point free one decides who is told of it, and when
UPDATE esperas SET avisada_em = :#agora, vaga_inicio = :#vaga_inicio, vaga_fim = :#vaga_fim
 WHERE espera_id = :#espera_id AND avisada_em IS NULL
