-- All that keeps a point from others, said once: whoever lists, offers, reserves, holds or moves asks this view and nothing else.
-- What keeps a point from others in the window [inicio, fim), asked at agora, is what satisfies
--
--     t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio AND t.vale_ate > :#agora AND t.desde > :#desde
--
-- fica_ate: as long as a car that charges is known to stay; it stays until logo at least, whatever was agreed.
-- vale_ate: when it lapses by itself, as a hold does, or a reservation whose car has not come.
-- desde: a reservation lasts a day at most, so its index is read from a day before the window on; all else has no such bound.
--
-- The casts give each column one affinity: without it SQLite fills the whole view before it looks into it. The one around the
-- start of a charge keeps it away from the index of the charges that have ended.
CREATE VIEW tomadas AS
SELECT posto_id, inicio, fim, CAST('9999-12-31T23:59:59Z' AS TEXT) AS fica_ate, expira_em AS vale_ate, inicio AS desde,
       id AS reserva_id, situacao AS causa
  FROM reservas
 WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')
UNION ALL
SELECT posto_id, inicio, fim, CAST('9999-12-31T23:59:59Z' AS TEXT), CAST('9999-12-31T23:59:59Z' AS TEXT),
       CAST('9999-12-31T23:59:59Z' AS TEXT), CAST(NULL AS TEXT), CAST('MANUTENCAO' AS TEXT)
  FROM manutencoes
UNION ALL
SELECT c.posto_id, CAST(c.inicio AS TEXT), CAST('9999-12-31T23:59:59Z' AS TEXT),
       CAST(coalesce((SELECT r.fim FROM reservas r WHERE r.id = c.reserva_id), c.inicio) AS TEXT),
       CAST('9999-12-31T23:59:59Z' AS TEXT), CAST('9999-12-31T23:59:59Z' AS TEXT), c.reserva_id,
       CAST('CARREGAMENTO' AS TEXT)
  FROM carregamentos c
 WHERE c.fim IS NULL
UNION ALL
SELECT id, CAST('0000-01-01T00:00:00Z' AS TEXT), CAST('9999-12-31T23:59:59Z' AS TEXT),
       CAST('9999-12-31T23:59:59Z' AS TEXT), CAST('9999-12-31T23:59:59Z' AS TEXT), CAST('9999-12-31T23:59:59Z' AS TEXT),
       CAST(NULL AS TEXT), CAST('DESLIGADO' AS TEXT)
  FROM postos
 WHERE disponivel = 0;
