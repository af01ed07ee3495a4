-- the whole decision: the caller may, the reservation still waits for its car, point and car are free in the new window
UPDATE reservas
   SET inicio = :#inicio,
       fim = :#fim,
       expira_em = :#expira_em,
       alterada_em = :#agora,
       alterada_por = :#por,
       motivo = :#motivo
 WHERE id = :#reserva_id
   AND (:#exige_codigo = 0 OR codigo_reserva = :#codigo_reserva)
   AND situacao = 'CONFIRMADA'
   AND expira_em > :#agora
   AND EXISTS (SELECT 1 FROM postos p
                WHERE p.id = posto_id
                  AND p.disponivel = 1
                  AND NOT EXISTS (SELECT 1 FROM manutencoes m
                                   WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio)
                  AND NOT EXISTS (SELECT 1 FROM carregamentos c
                                   WHERE c.posto_id = p.id AND c.fim IS NULL AND :#inicio <= :#agora))
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.posto_id = reservas.posto_id AND r.id <> reservas.id
                      AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio AND r.expira_em > :#agora)
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                    WHERE r.placa = reservas.placa AND r.id <> reservas.id
                      AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio AND r.expira_em > :#agora)
RETURNING id AS reserva_id, codigo_reserva, request_id, client_id, viagem_id, posto_id,
          (SELECT nome FROM postos WHERE id = posto_id) AS posto, placa,
          inicio, fim, criada_em, alterada_por, motivo, situacao
