-- why a reservation could not be written; asked in the same transaction, so that nothing has changed between.
-- reserva_id is the reservation that is to move, if any: it is not in its own way, nor is what lies within its old window, unless
-- that is a reservation and it takes more.
-- request_id is null where none is to be made
WITH obstaculos AS (
    SELECT t.causa
      FROM tomadas t
      LEFT JOIN reservas atual ON atual.id = :#reserva_id
     WHERE t.posto_id = :#posto_id AND coalesce(t.reserva_id <> :#reserva_id, TRUE)
       AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
       AND t.vale_ate > :#agora AND t.desde > :#desde
       AND (atual.id IS NULL
            OR :#inicio < atual.inicio
               AND (t.inicio < atual.inicio OR t.causa IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO'))
            OR :#fim > atual.fim
               AND (min(t.fim, max(t.fica_ate, :#logo)) > atual.fim
                    OR t.causa IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')))
)
SELECT EXISTS (SELECT 1 FROM obstaculos WHERE causa = 'MANUTENCAO') AS em_manutencao,
       EXISTS (SELECT 1 FROM obstaculos WHERE causa = 'DESLIGADO') AS desligado,
       EXISTS (SELECT 1 FROM obstaculos WHERE causa NOT IN ('MANUTENCAO', 'DESLIGADO')) AS ocupado,
       EXISTS (SELECT 1 FROM viagens_canceladas v WHERE v.viagem_id = :#viagem_id) AS viagem_cancelada,
       EXISTS (SELECT 1 FROM reservas r WHERE r.request_id = :#request_id) AS chave_usada
  FROM postos p
 WHERE p.id = :#posto_id
