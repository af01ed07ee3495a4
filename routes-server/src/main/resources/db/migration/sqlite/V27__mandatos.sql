-- Of several processes that are one server, which speaks for all: until when, in seconds since 1970 by the database's own clock.
CREATE TABLE mandatos (
    unico     INTEGER PRIMARY KEY CHECK (unico = 1),
    -- as which they speak, by which connection, and sealed with which key
    instancia TEXT NOT NULL,
    desde     TEXT NOT NULL,
    conexao   TEXT NOT NULL,
    prova     TEXT NOT NULL,
    dono      TEXT NOT NULL,
    -- when one of them was last there
    visto     INTEGER NOT NULL,
    ate       INTEGER NOT NULL,
    numero    INTEGER NOT NULL
);

CREATE VIEW relogio AS SELECT unixepoch('now') AS agora;
