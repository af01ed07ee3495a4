-- Instants are ISO-8601 in UTC with whole seconds (2026-12-24T17:00:00Z): of one width, so that text order is time order,
-- and readable with the sqlite3 shell.

CREATE TABLE postos (
    id               INTEGER PRIMARY KEY,
    nome             TEXT    NOT NULL,
    cidade           TEXT    NOT NULL,
    uf               TEXT    NOT NULL,
    latitude         REAL    NOT NULL,
    longitude        REAL    NOT NULL,
    potencia_maxima  REAL    NOT NULL CHECK (potencia_maxima > 0),
    tipo_conector    TEXT    NOT NULL,
    preco_kwh        REAL    NOT NULL CHECK (preco_kwh >= 0),
    -- the operator's switch; whether a point is free in a window follows from reservas
    disponivel       INTEGER NOT NULL DEFAULT 1 CHECK (disponivel IN (0, 1)),
    em_manutencao    INTEGER NOT NULL DEFAULT 0 CHECK (em_manutencao IN (0, 1))
) STRICT;

CREATE TABLE carros (
    placa               TEXT PRIMARY KEY,
    modelo              TEXT NOT NULL,
    capacidade_bateria  REAL NOT NULL,
    nivel_bateria_atual REAL NOT NULL,
    taxa_descarga       REAL NOT NULL,
    atualizado_em       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reservas (
    id             TEXT PRIMARY KEY,
    codigo_reserva TEXT    NOT NULL,
    request_id     TEXT    NOT NULL UNIQUE,
    client_id      TEXT    NOT NULL,
    viagem_id      TEXT,
    posto_id       INTEGER NOT NULL REFERENCES postos (id),
    -- the car is written after the reservation, in the same transaction: a refused one leaves no car behind
    placa          TEXT    NOT NULL REFERENCES carros (placa) DEFERRABLE INITIALLY DEFERRED,
    inicio         TEXT    NOT NULL,
    fim            TEXT    NOT NULL CHECK (fim > inicio),
    situacao       TEXT    NOT NULL,
    criada_em      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- by the end of the window: what has ended is never looked at again
CREATE INDEX reservas_por_posto ON reservas (posto_id, fim, inicio);
CREATE INDEX reservas_por_placa ON reservas (placa, fim, inicio);

-- the reservations that keep a point and a car from others
CREATE VIEW reservas_ativas AS
SELECT * FROM reservas WHERE situacao IN ('CONFIRMADA');

-- every answer that was decided here, written with its effect: whoever repeats a request gets it again
CREATE TABLE respostas (
    request_id TEXT PRIMARY KEY,
    impressao  TEXT NOT NULL,
    resposta   TEXT NOT NULL,
    criada_em  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
