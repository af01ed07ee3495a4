-- the partner that made it, as its topic proved; null: nobody whose reservations are counted
ALTER TABLE reservas ADD COLUMN parceiro TEXT;
CREATE INDEX reservas_por_parceiro ON reservas (parceiro, inicio, fim, expira_em, situacao, viagem_id) WHERE parceiro IS NOT NULL;

-- What counts against a quota. The stops of a trip are one; a reservation by itself is a trip of one stop. As a window lasts a
-- day at most, what is open at agora is what satisfies
--
--     c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
CREATE VIEW reservas_contadas AS
SELECT placa, parceiro, coalesce(viagem_id, id) AS viagem, situacao, inicio, fim, expira_em
  FROM reservas
 WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO');
