-- when a reservation became certain; a hold that lapses before never did
ALTER TABLE reservas ADD COLUMN confirmada_em TEXT;
UPDATE reservas SET confirmada_em = criada_em;

CREATE INDEX reservas_por_viagem ON reservas (viagem_id) WHERE viagem_id IS NOT NULL;

-- a trip that was cancelled is not held any more: its hold may come after its cancel
CREATE TABLE viagens_canceladas (
    viagem_id    TEXT PRIMARY KEY,
    cancelada_em TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX viagens_canceladas_por_data ON viagens_canceladas (cancelada_em);
