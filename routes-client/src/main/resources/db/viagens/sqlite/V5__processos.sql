-- Of several processes with this log: which of them are there, until when, in seconds since 1970 by the database's own clock.
CREATE TABLE processos (
    id    TEXT PRIMARY KEY,
    -- its id, sealed: who cannot open it has another key
    prova TEXT NOT NULL,
    ate   INTEGER NOT NULL
);

CREATE VIEW relogio AS SELECT unixepoch('now') AS agora;

-- whose saga it is, as long as that process is there; NULL: of before
ALTER TABLE sagas ADD COLUMN dono TEXT;

-- who tries to reserve it, as long as that process is there: a refusal is none before the last attempt
ALTER TABLE viagens ADD COLUMN tentada_por TEXT;
