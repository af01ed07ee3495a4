-- why stops could not be held; asked in the same transaction, so that nothing has changed between
WITH obstaculos AS (
    SELECT s.key AS ordem, t.causa
      FROM json_each(:#paradas) s
     CROSS JOIN tomadas t
     WHERE t.posto_id = CAST(s.value ->> 'posto_id' AS INTEGER)
       AND t.inicio < s.value ->> 'fim' AND t.fim > s.value ->> 'inicio' AND max(t.fica_ate, :#logo) > s.value ->> 'inicio'
       AND t.vale_ate > :#agora AND t.desde > s.value ->> 'desde'
)
SELECT s.key AS ordem,
       p.nome AS posto, p.tipo_conector, coalesce(p.latitude, 0) AS latitude, coalesce(p.longitude, 0) AS longitude,
       EXISTS (SELECT 1 FROM obstaculos o WHERE o.ordem = s.key AND o.causa = 'MANUTENCAO') AS em_manutencao,
       EXISTS (SELECT 1 FROM obstaculos o WHERE o.ordem = s.key AND o.causa = 'DESLIGADO') AS desligado,
       EXISTS (SELECT 1 FROM obstaculos o WHERE o.ordem = s.key AND o.causa NOT IN ('MANUTENCAO', 'DESLIGADO')) AS ocupado,
       NOT EXISTS (SELECT 1 FROM obstaculos o WHERE o.ordem = s.key AND o.causa <> 'PRE_RESERVADA') AS so_segurado,
       EXISTS (SELECT 1 FROM reservas_ativas r
                WHERE r.placa = :#placa AND r.inicio > s.value ->> 'desde' AND r.inicio < s.value ->> 'fim' AND r.fim > s.value ->> 'inicio'
                      AND r.expira_em > :#agora) AS carro_reservado,
       EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id) AS cancelada
  FROM json_each(:#paradas) s
  LEFT JOIN postos p ON p.id = CAST(s.value ->> 'posto_id' AS INTEGER)
 ORDER BY s.key
