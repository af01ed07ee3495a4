-- a window lasts a second at least
UPDATE manutencoes
   SET fim = CASE WHEN inicio < :#agora THEN :#agora ELSE strftime('%Y-%m-%dT%H:%M:%SZ', inicio, '+1 second') END
 WHERE posto_id = :#posto_id
   AND inicio <= :#agora
   AND fim > :#agora
