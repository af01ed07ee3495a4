-- What keeps a point from others besides its reservations. Those that count never overlap, of one point as of one car: of all that
-- begin before a window ends, the last one alone can reach into it, however many there were that day. Statements that are asked
-- often look at that one, and here for the rest; whatever writes a reservation has to leave none that overlap. What is here keeps
-- the point in the window [inicio, fim) if
--
--     i.inicio < :#fim AND i.fim > :#inicio AND max(i.fica_ate, :#logo) > :#inicio
DROP VIEW tomadas;
CREATE VIEW impedimentos AS
SELECT posto_id, inicio, fim, CAST('9999-12-31T23:59:59Z' AS TEXT) AS fica_ate, CAST('9999-12-31T23:59:59Z' AS TEXT) AS vale_ate,
       CAST('9999-12-31T23:59:59Z' AS TEXT) AS desde, CAST(NULL AS TEXT) AS reserva_id, CAST('MANUTENCAO' AS TEXT) AS causa
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

CREATE VIEW tomadas AS
SELECT posto_id, inicio, fim, CAST('9999-12-31T23:59:59Z' AS TEXT) AS fica_ate, expira_em AS vale_ate, inicio AS desde,
       id AS reserva_id, situacao AS causa
  FROM reservas
 WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')
UNION ALL
SELECT posto_id, inicio, fim, fica_ate, vale_ate, desde, reserva_id, causa FROM impedimentos;

-- whoever remembers a list of points has to hear of this, too
CREATE TRIGGER mudou_posto_descrito AFTER UPDATE OF nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh
    ON postos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
