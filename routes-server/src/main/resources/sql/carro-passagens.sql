-- a car that has not arrived is not there: neither what was cancelled nor what has lapsed tells its place
SELECT p.tipo_conector, p.latitude, p.longitude,
       r.situacao IN ('EM_ANDAMENTO', 'CONCLUIDA')
           OR r.situacao = 'CONFIRMADA' AND r.inicio <= :#agora AND r.expira_em > :#agora AS chegou
  FROM reservas r JOIN postos p ON p.id = r.posto_id
 WHERE r.placa = :#placa
 ORDER BY r.inicio DESC, r.id
 LIMIT 100
