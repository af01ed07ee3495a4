-- Who waits for a point to be given back: in a window, or (without inicio) as soon as it is free. Nothing says who that is:
-- origem only tells one process which of them came from the same address, by a name that it made up.
CREATE TABLE esperas (
    -- in the order in which they came
    espera_id   TEXT PRIMARY KEY,
    request_id  TEXT NOT NULL UNIQUE,
    server_id   TEXT NOT NULL,
    posto_id    INTEGER NOT NULL,
    origem      TEXT NOT NULL,
    inicio      TEXT,
    fim         TEXT NOT NULL,
    criada_em   TEXT NOT NULL,
    -- when it was told, and of which time; NULL: not yet
    avisada_em  TEXT,
    vaga_inicio TEXT,
    vaga_fim    TEXT
);
CREATE INDEX esperas_fim ON esperas (fim);
CREATE INDEX esperas_avisada_em ON esperas (avisada_em);
