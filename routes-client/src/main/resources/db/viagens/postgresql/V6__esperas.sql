-- Who waits for a point to be given back: in a window, or (without inicio) as soon as it is free. Nothing says who that is:
-- origem only tells one process which of them came from the same address, by a name that it made up.
CREATE TABLE esperas (
    -- in the order in which they came
    espera_id   texto PRIMARY KEY,
    request_id  texto NOT NULL UNIQUE,
    server_id   texto NOT NULL,
    posto_id    integer NOT NULL,
    origem      texto NOT NULL,
    inicio      texto,
    fim         texto NOT NULL,
    criada_em   texto NOT NULL,
    -- when it was told, and of which time; NULL: not yet
    avisada_em  texto,
    vaga_inicio texto,
    vaga_fim    texto
);
CREATE INDEX esperas_fim ON esperas (fim);
CREATE INDEX esperas_avisada_em ON esperas (avisada_em);
