-- why a reservation could not be written; asked in the same transaction, so that nothing has changed between.
-- reserva_id is the reservation that is to move, if any: it is not in its own way. request_id is null where none is to be made
SELECT EXISTS (SELECT 1 FROM manutencoes m
                WHERE m.posto_id = p.id AND m.inicio < :#fim AND m.fim > :#inicio) AS em_manutencao,
       p.disponivel = 0
           OR EXISTS (SELECT 1 FROM reservas_ativas r
                       WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio
                         AND r.expira_em > :#agora AND r.id IS NOT :#reserva_id)
           OR EXISTS (SELECT 1 FROM carregamentos c
                       WHERE c.posto_id = p.id AND c.fim IS NULL AND :#inicio <= :#agora) AS ocupado,
       EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id) AS viagem_cancelada,
       EXISTS (SELECT 1 FROM reservas r WHERE r.request_id = :#request_id) AS chave_usada
  FROM postos p
 WHERE p.id = :#posto_id
