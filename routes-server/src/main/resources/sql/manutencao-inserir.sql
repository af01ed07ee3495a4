-- what is out of service all that time already needs no second row
INSERT INTO manutencoes (posto_id, inicio, fim, motivo)
SELECT p.id, :#inicio, :#fim, :#motivo
  FROM postos p
 WHERE p.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM manutencoes m
                    WHERE m.posto_id = p.id AND m.inicio <= :#inicio AND m.fim >= :#fim)
