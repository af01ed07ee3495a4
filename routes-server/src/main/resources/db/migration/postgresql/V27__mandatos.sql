-- Of several processes that are one server, which speaks for all: until when, in seconds since 1970 by the database's own clock.
CREATE TABLE mandatos (
    unico     integer PRIMARY KEY CHECK (unico = 1),
    -- as which they speak, by which connection, and sealed with which key
    instancia texto NOT NULL,
    desde     texto NOT NULL,
    conexao   texto NOT NULL,
    prova     texto NOT NULL,
    dono      texto NOT NULL,
    -- when one of them was last there
    visto     bigint NOT NULL,
    ate       bigint NOT NULL,
    numero    bigint NOT NULL
);

-- not that of the transaction, which may have waited
CREATE VIEW relogio AS SELECT floor(extract(epoch FROM clock_timestamp()))::bigint AS agora;
