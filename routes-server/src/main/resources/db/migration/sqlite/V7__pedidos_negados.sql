-- requests of which somebody was told that they were never made: whoever relies on it must not be contradicted by one that
-- comes late
CREATE TABLE pedidos_negados (
    request_id TEXT PRIMARY KEY,
    negado_em  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pedidos_negados_por_data ON pedidos_negados (negado_em);
