-- Of several processes with this log: which of them are there, until when, in seconds since 1970 by the database's own clock.
CREATE TABLE processos (
    id    texto PRIMARY KEY,
    -- its id, sealed: who cannot open it has another key
    prova texto NOT NULL,
    ate   bigint NOT NULL
);

-- not that of the transaction, which may have waited
CREATE VIEW relogio AS SELECT floor(extract(epoch FROM clock_timestamp()))::bigint AS agora;

-- whose saga it is, as long as that process is there; NULL: of before
ALTER TABLE sagas ADD COLUMN dono texto;

-- who tries to reserve it, as long as that process is there: a refusal is none before the last attempt
ALTER TABLE viagens ADD COLUMN tentada_por texto;
