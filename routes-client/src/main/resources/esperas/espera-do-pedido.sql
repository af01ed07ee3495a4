SELECT espera_id, server_id, posto_id, inicio, fim, avisada_em, vaga_inicio, vaga_fim FROM esperas WHERE request_id = :#request_id
