-- A reservation counts until expira_em: a hold until it lapses, a confirmed one until the car is no longer expected, one that
-- has arrived until its window ends. Whether it has passed is asked of the clock at each reading, never of a sweeper.
ALTER TABLE reservas ADD COLUMN expira_em TEXT NOT NULL DEFAULT '';
ALTER TABLE reservas ADD COLUMN alterada_em TEXT NOT NULL DEFAULT '';
ALTER TABLE reservas ADD COLUMN alterada_por TEXT NOT NULL DEFAULT 'MOTORISTA'
    CHECK (alterada_por IN ('MOTORISTA', 'OPERADOR', 'SISTEMA'));
ALTER TABLE reservas ADD COLUMN motivo TEXT;

UPDATE reservas
   SET alterada_em = criada_em,
       expira_em = min(fim, strftime('%Y-%m-%dT%H:%M:%SZ', inicio, '+15 minutes'));

-- which state may follow which; a change that is not here changes nothing
CREATE TABLE transicoes (
    de   TEXT NOT NULL,
    para TEXT NOT NULL,
    PRIMARY KEY (de, para)
) STRICT, WITHOUT ROWID;

INSERT INTO transicoes (de, para)
VALUES ('PRE_RESERVADA', 'CONFIRMADA'),
       ('PRE_RESERVADA', 'CANCELADA'),
       ('PRE_RESERVADA', 'EXPIRADA'),
       ('CONFIRMADA', 'EM_ANDAMENTO'),
       ('CONFIRMADA', 'CANCELADA'),
       ('CONFIRMADA', 'EXPIRADA'),
       ('EM_ANDAMENTO', 'CONCLUIDA');

-- the states that keep a point and a car from others
DROP VIEW reservas_ativas;
CREATE VIEW reservas_ativas AS
SELECT * FROM reservas WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO');

DROP INDEX reservas_por_posto;
DROP INDEX reservas_por_placa;
-- with all that tells whether a row keeps others away, so that the table itself is not read for it
CREATE INDEX reservas_por_posto ON reservas (posto_id, inicio, fim, expira_em, situacao);
CREATE INDEX reservas_por_placa ON reservas (placa, inicio, fim, expira_em, situacao);
CREATE INDEX reservas_a_expirar ON reservas (expira_em) WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA');

CREATE TABLE reservas_historico (
    id         INTEGER PRIMARY KEY,
    reserva_id TEXT NOT NULL REFERENCES reservas (id) ON DELETE CASCADE,
    em         TEXT NOT NULL,
    de         TEXT,
    para       TEXT NOT NULL,
    por        TEXT NOT NULL,
    motivo     TEXT
) STRICT;
CREATE INDEX historico_por_reserva ON reservas_historico (reserva_id);

INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
SELECT id, criada_em, NULL, situacao, alterada_por, NULL FROM reservas;

-- written by the database, so that no statement can forget it
CREATE TRIGGER reserva_criada AFTER INSERT ON reservas
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
    VALUES (NEW.id, NEW.alterada_em, NULL, NEW.situacao, NEW.alterada_por, NEW.motivo);
END;

CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim ON reservas
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por, NEW.motivo);
END;

-- a point is out of service in windows of time, one of which may have no end
CREATE TABLE manutencoes (
    id       INTEGER PRIMARY KEY,
    posto_id INTEGER NOT NULL REFERENCES postos (id),
    inicio   TEXT    NOT NULL,
    fim      TEXT    NOT NULL DEFAULT '9999-12-31T23:59:59Z' CHECK (fim > inicio),
    motivo   TEXT
) STRICT;
CREATE INDEX manutencoes_por_posto ON manutencoes (posto_id, fim);

INSERT INTO manutencoes (posto_id, inicio) SELECT id, '2000-01-01T00:00:00Z' FROM postos WHERE em_manutencao = 1;
ALTER TABLE postos DROP COLUMN em_manutencao;

CREATE TABLE carregamentos (
    id          INTEGER PRIMARY KEY,
    posto_id    INTEGER NOT NULL REFERENCES postos (id),
    reserva_id  TEXT REFERENCES reservas (id),
    placa       TEXT,
    inicio      TEXT    NOT NULL,
    fim         TEXT,
    -- as it was when the charge began
    preco_kwh   REAL    NOT NULL,
    energia_kwh REAL,
    custo       REAL
) STRICT;
-- a point charges one car at a time
CREATE UNIQUE INDEX carregamentos_em_curso ON carregamentos (posto_id) WHERE fim IS NULL;
CREATE INDEX carregamentos_por_posto ON carregamentos (posto_id, inicio);

ALTER TABLE carros ADD COLUMN em_carregamento INTEGER NOT NULL DEFAULT 0 CHECK (em_carregamento IN (0, 1));
-- where the car last said it was, decimal degrees
ALTER TABLE carros ADD COLUMN latitude REAL;
ALTER TABLE carros ADD COLUMN longitude REAL;
-- whether its low battery has been announced since it was last charged
ALTER TABLE carros ADD COLUMN em_alerta INTEGER NOT NULL DEFAULT 0 CHECK (em_alerta IN (0, 1));

CREATE INDEX respostas_por_data ON respostas (criada_em);
