-- from now until somebody ends it, unless that has been said already
INSERT INTO manutencoes (posto_id, inicio)
SELECT p.id, :#agora
  FROM postos p
 WHERE p.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM manutencoes m
                    WHERE m.posto_id = p.id AND m.inicio <= :#agora AND m.fim = '9999-12-31T23:59:59Z')
