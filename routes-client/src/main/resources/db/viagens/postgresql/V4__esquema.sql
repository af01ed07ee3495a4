-- The schema as SQLite's migrations up to the same number make it, for those databases that begin here; which table and column is
-- for what is said there.

-- byte order, whatever the database's own is, as in SQLite
CREATE DOMAIN texto AS text COLLATE "C";

-- What statements ask of both databases by the names that SQLite has for it.
-- null of what is no instant to it, such as one of the year 12000
CREATE FUNCTION julianday(text) RETURNS double precision LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN extract(epoch FROM $1::timestamptz) / 86400 + 2440587.5;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;
-- of a path only its first step, as in $.paradas
CREATE FUNCTION json_each(text, text) RETURNS TABLE (key bigint, value jsonb) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$SELECT ordem - 1, elemento
        FROM jsonb_array_elements($1::jsonb -> substr($2, 3)) WITH ORDINALITY AS e (elemento, ordem)$$;

CREATE TABLE sagas (
    id          texto PRIMARY KEY,
    situacao    texto NOT NULL CHECK (situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO', 'CONCLUIDA', 'COMPENSADA')),
    criada_em   texto NOT NULL,
    alterada_em texto NOT NULL,
    tentativas  integer NOT NULL DEFAULT 0,
    proxima_em  texto,
    decidida    boolean NOT NULL DEFAULT FALSE
);
CREATE INDEX sagas_abertas ON sagas (situacao) WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO');

CREATE TABLE saga_passos (
    saga_id     texto NOT NULL REFERENCES sagas (id) ON DELETE CASCADE,
    ordem       integer NOT NULL,
    conclusao   texto,
    compensacao texto,
    opcoes      texto NOT NULL,
    PRIMARY KEY (saga_id, ordem)
);

CREATE TABLE viagens (
    viagem_id      texto PRIMARY KEY,
    codigo_reserva texto NOT NULL,
    request_id     texto NOT NULL UNIQUE,
    pedido         texto NOT NULL,
    tentativa      integer NOT NULL DEFAULT 1,
    situacao       texto NOT NULL CHECK (situacao IN ('EM_ANDAMENTO', 'CONFIRMADA', 'RECUSADA', 'CANCELANDO', 'CANCELADA')),
    paradas        texto NOT NULL,
    criada_em      texto NOT NULL,
    alterada_em    texto NOT NULL,
    aguardando     texto,
    carro          texto
);
CREATE INDEX viagens_terminadas ON viagens (alterada_em) WHERE situacao IN ('CONFIRMADA', 'RECUSADA', 'CANCELADA');
