-- A car that was heard to arrive while another still charged at its point: it waits there, and nobody may say that it did not
-- come. Null: it has not been heard of, or it charges already.
ALTER TABLE reservas ADD COLUMN chegou_em TEXT;

DROP VIEW reservas_ativas;
CREATE VIEW reservas_ativas AS
SELECT * FROM reservas WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO');

DROP TRIGGER reserva_alterada;
CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim, chegou_em ON reservas
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por, NEW.motivo);
END;

-- until when a car that had not reserved may charge before it is called overdue
ALTER TABLE carregamentos ADD COLUMN limite_em TEXT;
-- kW, as it was when the charge began
ALTER TABLE carregamentos ADD COLUMN potencia_maxima REAL;
ALTER TABLE carregamentos ADD COLUMN alterado_em TEXT NOT NULL DEFAULT '';
ALTER TABLE carregamentos ADD COLUMN alterado_por TEXT NOT NULL DEFAULT 'OPERADOR'
    CHECK (alterado_por IN ('MOTORISTA', 'OPERADOR', 'SISTEMA'));
ALTER TABLE carregamentos ADD COLUMN motivo TEXT;

-- Until now the end of a reservation left its charge open, and an arrival over MQTT began none: two halves of one fact.
UPDATE carregamentos
   SET fim = max(inicio, (SELECT r.alterada_em FROM reservas r WHERE r.id = reserva_id))
 WHERE fim IS NULL
   AND EXISTS (SELECT 1 FROM reservas r WHERE r.id = reserva_id AND r.situacao <> 'EM_ANDAMENTO');

-- a car charges at one point at a time: it is where it began last
UPDATE carregamentos
   SET fim = max(inicio, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
 WHERE fim IS NULL
   AND EXISTS (SELECT 1 FROM carregamentos o
                WHERE o.placa = carregamentos.placa AND o.fim IS NULL
                  AND (o.inicio, o.id) > (carregamentos.inicio, carregamentos.id));
CREATE UNIQUE INDEX carregamentos_da_placa ON carregamentos (placa) WHERE fim IS NULL;

INSERT OR IGNORE INTO carregamentos (posto_id, reserva_id, placa, inicio, preco_kwh)
SELECT r.posto_id, r.id, r.placa, r.alterada_em, p.preco_kwh
  FROM reservas r JOIN postos p ON p.id = r.posto_id
 WHERE r.situacao = 'EM_ANDAMENTO'
   AND r.fim > strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.reserva_id = r.id);
UPDATE reservas
   SET situacao = 'CONCLUIDA',
       alterada_em = min(fim, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
       alterada_por = 'SISTEMA',
       motivo = 'O carro já não carregava'
 WHERE situacao = 'EM_ANDAMENTO'
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.reserva_id = reservas.id AND c.fim IS NULL);

UPDATE carregamentos
   SET limite_em = strftime('%Y-%m-%dT%H:%M:%SZ', inicio, '+8 hours'),
       potencia_maxima = (SELECT p.potencia_maxima FROM postos p WHERE p.id = posto_id),
       alterado_em = coalesce(fim, inicio);

CREATE INDEX carregamentos_por_reserva ON carregamentos (reserva_id) WHERE reserva_id IS NOT NULL;
CREATE INDEX carregamentos_por_inicio ON carregamentos (inicio);

-- what was said of a charge, the first first: a correction leaves what it corrects
CREATE TABLE carregamentos_historico (
    id              INTEGER PRIMARY KEY,
    carregamento_id INTEGER NOT NULL REFERENCES carregamentos (id) ON DELETE CASCADE,
    em              TEXT    NOT NULL,
    por             TEXT    NOT NULL,
    motivo          TEXT,
    -- null: nobody has said
    energia_kwh     REAL,
    custo           REAL
) STRICT;
CREATE INDEX historico_por_carregamento ON carregamentos_historico (carregamento_id);

INSERT INTO carregamentos_historico (carregamento_id, em, por, energia_kwh, custo)
SELECT id, fim, alterado_por, energia_kwh, custo FROM carregamentos WHERE fim IS NOT NULL;

-- written by the database, so that no statement can forget it
CREATE TRIGGER carregamento_alterado AFTER UPDATE OF fim, energia_kwh, custo ON carregamentos
BEGIN
    INSERT INTO carregamentos_historico (carregamento_id, em, por, motivo, energia_kwh, custo)
    VALUES (NEW.id, NEW.alterado_em, NEW.alterado_por, NEW.motivo, NEW.energia_kwh, NEW.custo);
END;

-- A charge with all that its readers ask. While it goes on it has a deadline: the end of its reservation's window; without a
-- reservation its limit, or the start of the next one at its point if that comes before.
CREATE VIEW carregamentos_vistos AS
SELECT c.id, c.posto_id, p.nome AS posto, c.reserva_id, c.placa, c.inicio, c.fim, c.preco_kwh, c.potencia_maxima,
       c.energia_kwh, c.custo, carros.capacidade_bateria, p.latitude, p.longitude,
       CASE WHEN c.fim IS NULL
            THEN coalesce(r.fim,
                          min(coalesce(c.limite_em, '9999-12-31T23:59:59Z'),
                              coalesce((SELECT min(n.inicio) FROM reservas n
                                         WHERE n.posto_id = c.posto_id AND n.inicio > c.inicio
                                           AND n.situacao = 'CONFIRMADA'),
                                       '9999-12-31T23:59:59Z')))
       END AS prazo
  FROM carregamentos c
  JOIN postos p ON p.id = c.posto_id
  LEFT JOIN reservas r ON r.id = c.reserva_id
  LEFT JOIN carros ON carros.placa = c.placa;
