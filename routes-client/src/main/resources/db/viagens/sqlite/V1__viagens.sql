-- Instants are ISO-8601 in UTC with milliseconds, of one width.

-- the saga log: what a process that was killed finds to be carried to its end
CREATE TABLE sagas (
    id          TEXT PRIMARY KEY,
    -- INICIADA: undecided, to be compensated if its process has gone; CONCLUINDO and COMPENSANDO: decided
    situacao    TEXT NOT NULL CHECK (situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO', 'CONCLUIDA', 'COMPENSADA')),
    criada_em   TEXT NOT NULL,
    alterada_em TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sagas_abertas ON sagas (situacao) WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO');

CREATE TABLE saga_passos (
    saga_id     TEXT    NOT NULL REFERENCES sagas (id) ON DELETE CASCADE,
    ordem       INTEGER NOT NULL,
    conclusao   TEXT,
    compensacao TEXT,
    opcoes      TEXT    NOT NULL,
    PRIMARY KEY (saga_id, ordem)
) STRICT, WITHOUT ROWID;

CREATE TABLE viagens (
    viagem_id      TEXT PRIMARY KEY,
    codigo_reserva TEXT    NOT NULL,
    request_id     TEXT    NOT NULL UNIQUE,
    pedido         TEXT    NOT NULL,
    tentativa      INTEGER NOT NULL DEFAULT 1,
    situacao       TEXT    NOT NULL CHECK (situacao IN ('EM_ANDAMENTO', 'CONFIRMADA', 'RECUSADA', 'CANCELANDO', 'CANCELADA')),
    -- what is known of each stop, as the driver is told it
    paradas        TEXT    NOT NULL,
    criada_em      TEXT    NOT NULL,
    alterada_em    TEXT    NOT NULL
) STRICT;
