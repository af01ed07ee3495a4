-- The schema as SQLite's migrations up to the same number make it, for those databases that begin here; which table and column is
-- for what is said there. Instants are text of one width in both, so that statements, and what they compare, are the same.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- byte order, whatever the database's own is, as in SQLite
CREATE DOMAIN texto AS text COLLATE "C";

-- What statements ask of both databases by the names that SQLite has for it.
CREATE FUNCTION max(text, text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT greatest($1, $2)';
CREATE FUNCTION min(text, text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT least($1, $2)';
CREATE FUNCTION max(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT greatest($1, $2)';
-- the format is always the one of our instants
CREATE FUNCTION strftime(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$SELECT to_char(left($2, 19)::timestamp + $3::interval, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')$$;
CREATE FUNCTION unixepoch(text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$SELECT extract(epoch FROM left($1, 19)::timestamp)::bigint$$;
CREATE FUNCTION json_each(text) RETURNS TABLE (key bigint, value jsonb) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT ordem - 1, elemento FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e (elemento, ordem)';

CREATE TABLE postos (
    id               integer PRIMARY KEY,
    nome             texto NOT NULL,
    cidade           texto NOT NULL,
    uf               texto NOT NULL,
    latitude         double precision NOT NULL,
    longitude        double precision NOT NULL,
    potencia_maxima  double precision NOT NULL CHECK (potencia_maxima > 0),
    tipo_conector    texto NOT NULL,
    preco_kwh        double precision NOT NULL CHECK (preco_kwh >= 0),
    disponivel       boolean NOT NULL DEFAULT TRUE
);

CREATE TABLE carros (
    placa               texto PRIMARY KEY,
    modelo              texto NOT NULL,
    capacidade_bateria  double precision NOT NULL,
    nivel_bateria_atual double precision NOT NULL,
    taxa_descarga       double precision NOT NULL,
    atualizado_em       texto NOT NULL,
    em_carregamento     boolean NOT NULL DEFAULT FALSE,
    latitude            double precision,
    longitude           double precision,
    em_alerta           boolean NOT NULL DEFAULT FALSE
);

CREATE TYPE periodo AS RANGE (subtype = text, collation = "C");

CREATE TABLE reservas (
    id              texto PRIMARY KEY,
    codigo_reserva  texto NOT NULL,
    request_id      texto NOT NULL UNIQUE,
    client_id       texto NOT NULL,
    viagem_id       texto,
    posto_id        integer NOT NULL REFERENCES postos (id),
    placa           texto NOT NULL REFERENCES carros (placa) DEFERRABLE INITIALLY DEFERRED,
    inicio          texto NOT NULL,
    fim             texto NOT NULL CHECK (fim > inicio),
    situacao        texto NOT NULL,
    criada_em       texto NOT NULL,
    expira_em       texto NOT NULL DEFAULT '',
    alterada_em     texto NOT NULL DEFAULT '',
    alterada_por    texto NOT NULL DEFAULT 'MOTORISTA' CHECK (alterada_por IN ('MOTORISTA', 'OPERADOR', 'SISTEMA')),
    motivo          texto,
    confirmada_em   texto,
    chegou_em       texto,
    preco_kwh       double precision,
    potencia_maxima double precision,
    tipo_conector   texto,
    latitude        double precision,
    longitude       double precision,
    aviso           texto,
    operador        texto,
    parceiro        texto,
    -- the clock has ended it, and another took its place before the sweeper has come by to say so
    caducou         boolean NOT NULL DEFAULT FALSE,

    -- what the statements decide, decided once more: no two that count share a point, or a car, for a moment
    CONSTRAINT um_carro_por_posto EXCLUDE USING gist (posto_id WITH =, periodo(inicio, fim) WITH &&)
        WHERE (situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND NOT caducou),
    CONSTRAINT um_posto_por_carro EXCLUDE USING gist (placa WITH =, periodo(inicio, fim) WITH &&)
        WHERE (situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND NOT caducou)
);
CREATE INDEX reservas_por_posto ON reservas (posto_id, inicio, fim, expira_em, situacao);
CREATE INDEX reservas_por_placa ON reservas (placa, inicio, fim, expira_em, situacao);
-- of those that keep others away alone, for statements that look at many points at once: all that ever was stays out of their way
CREATE INDEX reservas_que_contam ON reservas (posto_id, inicio, fim, expira_em, situacao, id)
    WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO');
CREATE INDEX reservas_a_expirar ON reservas (expira_em) WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA');
CREATE INDEX reservas_por_viagem ON reservas (viagem_id) WHERE viagem_id IS NOT NULL;
CREATE INDEX reservas_a_anonimizar ON reservas (fim) WHERE placa <> 'ANONIMO';
CREATE INDEX reservas_por_parceiro ON reservas (parceiro, inicio, fim, expira_em, situacao, viagem_id) WHERE parceiro IS NOT NULL;

-- Whoever takes a place where another has lapsed unseen says so of the other, as the rules above know no clock; the other's line in
-- the history and its event are the sweeper's. One that is taken again counts again.
CREATE FUNCTION reserva_no_lugar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.caducou := NEW.expira_em <= NEW.alterada_em;
    IF NEW.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND NOT NEW.caducou THEN
        UPDATE reservas
           SET caducou = TRUE
         WHERE (posto_id = NEW.posto_id OR placa = NEW.placa) AND id <> NEW.id
           AND situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND NOT caducou
           AND expira_em <= NEW.alterada_em AND inicio > strftime('', NEW.inicio, '-1 day') AND inicio < NEW.fim AND fim > NEW.inicio;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reserva_no_lugar BEFORE INSERT OR UPDATE OF posto_id, inicio, fim, situacao, expira_em ON reservas
    FOR EACH ROW EXECUTE FUNCTION reserva_no_lugar();

CREATE TABLE respostas (
    request_id texto PRIMARY KEY,
    impressao  texto NOT NULL,
    resposta   texto NOT NULL,
    criada_em  texto NOT NULL
);
CREATE INDEX respostas_por_data ON respostas (criada_em);

CREATE TABLE pedidos_negados (
    request_id texto PRIMARY KEY,
    negado_em  texto NOT NULL
);
CREATE INDEX pedidos_negados_por_data ON pedidos_negados (negado_em);

CREATE TABLE viagens_canceladas (
    viagem_id    texto PRIMARY KEY,
    cancelada_em texto NOT NULL
);
CREATE INDEX viagens_canceladas_por_data ON viagens_canceladas (cancelada_em);

CREATE TABLE transicoes (
    de   texto NOT NULL,
    para texto NOT NULL,
    PRIMARY KEY (de, para)
);
INSERT INTO transicoes (de, para)
VALUES ('PRE_RESERVADA', 'CONFIRMADA'),
       ('PRE_RESERVADA', 'CANCELADA'),
       ('PRE_RESERVADA', 'EXPIRADA'),
       ('CONFIRMADA', 'EM_ANDAMENTO'),
       ('CONFIRMADA', 'CANCELADA'),
       ('CONFIRMADA', 'EXPIRADA'),
       ('EM_ANDAMENTO', 'CONCLUIDA');

CREATE TABLE reservas_historico (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reserva_id texto NOT NULL REFERENCES reservas (id) ON DELETE CASCADE,
    em         texto NOT NULL,
    de         texto,
    para       texto NOT NULL,
    por        texto NOT NULL,
    motivo     texto,
    operador   texto
);
CREATE INDEX historico_por_reserva ON reservas_historico (reserva_id);

CREATE TABLE manutencoes (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    posto_id integer NOT NULL REFERENCES postos (id),
    inicio   texto NOT NULL,
    fim      texto NOT NULL DEFAULT '9999-12-31T23:59:59Z' CHECK (fim > inicio),
    motivo   texto
);
CREATE INDEX manutencoes_por_posto ON manutencoes (posto_id, fim);

CREATE TABLE carregamentos (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    posto_id        integer NOT NULL REFERENCES postos (id),
    reserva_id      texto REFERENCES reservas (id),
    placa           texto,
    inicio          texto NOT NULL,
    fim             texto,
    preco_kwh       double precision NOT NULL,
    energia_kwh     double precision,
    custo           double precision,
    limite_em       texto,
    potencia_maxima double precision,
    alterado_em     texto NOT NULL DEFAULT '',
    alterado_por    texto NOT NULL DEFAULT 'OPERADOR' CHECK (alterado_por IN ('MOTORISTA', 'OPERADOR', 'SISTEMA')),
    motivo          texto,
    operador        texto
);
CREATE UNIQUE INDEX carregamentos_em_curso ON carregamentos (posto_id) WHERE fim IS NULL;
CREATE UNIQUE INDEX carregamentos_da_placa ON carregamentos (placa) WHERE fim IS NULL;
CREATE INDEX carregamentos_por_posto ON carregamentos (posto_id, inicio);
CREATE INDEX carregamentos_por_reserva ON carregamentos (reserva_id) WHERE reserva_id IS NOT NULL;
CREATE INDEX carregamentos_por_inicio ON carregamentos (inicio);
CREATE INDEX carregamentos_a_anonimizar ON carregamentos (fim) WHERE placa <> 'ANONIMO';

CREATE TABLE carregamentos_historico (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    carregamento_id bigint NOT NULL REFERENCES carregamentos (id) ON DELETE CASCADE,
    em              texto NOT NULL,
    por             texto NOT NULL,
    motivo          texto,
    energia_kwh     double precision,
    custo           double precision,
    operador        texto
);
CREATE INDEX historico_por_carregamento ON carregamentos_historico (carregamento_id);

CREATE VIEW reservas_ativas AS
SELECT * FROM reservas WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO');

CREATE VIEW reservas_contadas AS
SELECT placa, parceiro, coalesce(viagem_id, id) AS viagem, situacao, inicio, fim, expira_em
  FROM reservas
 WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO');

CREATE VIEW impedimentos AS
SELECT posto_id, inicio, fim, CAST('9999-12-31T23:59:59Z' AS texto) AS fica_ate, CAST('9999-12-31T23:59:59Z' AS texto) AS vale_ate,
       CAST('9999-12-31T23:59:59Z' AS texto) AS desde, CAST(NULL AS texto) AS reserva_id, CAST('MANUTENCAO' AS texto) AS causa
  FROM manutencoes
UNION ALL
SELECT c.posto_id, c.inicio, CAST('9999-12-31T23:59:59Z' AS texto),
       coalesce((SELECT r.fim FROM reservas r WHERE r.id = c.reserva_id), c.inicio),
       CAST('9999-12-31T23:59:59Z' AS texto), CAST('9999-12-31T23:59:59Z' AS texto), c.reserva_id, CAST('CARREGAMENTO' AS texto)
  FROM carregamentos c
 WHERE c.fim IS NULL
UNION ALL
SELECT id, CAST('0000-01-01T00:00:00Z' AS texto), CAST('9999-12-31T23:59:59Z' AS texto), CAST('9999-12-31T23:59:59Z' AS texto),
       CAST('9999-12-31T23:59:59Z' AS texto), CAST('9999-12-31T23:59:59Z' AS texto), CAST(NULL AS texto), CAST('DESLIGADO' AS texto)
  FROM postos
 WHERE NOT disponivel;

CREATE VIEW tomadas AS
SELECT posto_id, inicio, fim, CAST('9999-12-31T23:59:59Z' AS texto) AS fica_ate, expira_em AS vale_ate, inicio AS desde,
       id AS reserva_id, situacao AS causa
  FROM reservas
 WHERE situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')
UNION ALL
SELECT posto_id, inicio, fim, fica_ate, vale_ate, desde, reserva_id, causa FROM impedimentos;

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

-- the histories, written by the database, so that no statement can forget them
CREATE FUNCTION reserva_na_historia() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, operador, motivo)
    VALUES (NEW.id, NEW.alterada_em, CASE TG_OP WHEN 'UPDATE' THEN OLD.situacao END, NEW.situacao, NEW.alterada_por,
            CASE WHEN TG_OP = 'UPDATE' AND NEW.alterada_por = 'OPERADOR' THEN NEW.operador END, NEW.motivo);
    RETURN NULL;
END $$;
CREATE TRIGGER reserva_criada AFTER INSERT ON reservas
    FOR EACH ROW EXECUTE FUNCTION reserva_na_historia();
CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim ON reservas
    FOR EACH ROW EXECUTE FUNCTION reserva_na_historia();
CREATE TRIGGER reserva_avisada AFTER UPDATE OF aviso ON reservas
    FOR EACH ROW WHEN (NEW.aviso IS DISTINCT FROM OLD.aviso) EXECUTE FUNCTION reserva_na_historia();
CREATE TRIGGER reserva_chegada AFTER UPDATE OF chegou_em ON reservas
    FOR EACH ROW WHEN (NEW.chegou_em IS DISTINCT FROM OLD.chegou_em
                       AND NEW.situacao = OLD.situacao AND NEW.inicio = OLD.inicio AND NEW.fim = OLD.fim)
    EXECUTE FUNCTION reserva_na_historia();

CREATE FUNCTION carregamento_na_historia() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO carregamentos_historico (carregamento_id, em, por, operador, motivo, energia_kwh, custo)
    VALUES (NEW.id, NEW.alterado_em, NEW.alterado_por, CASE NEW.alterado_por WHEN 'OPERADOR' THEN NEW.operador END,
            NEW.motivo, NEW.energia_kwh, NEW.custo);
    RETURN NULL;
END $$;
CREATE TRIGGER carregamento_alterado AFTER UPDATE OF fim, energia_kwh, custo ON carregamentos
    FOR EACH ROW EXECUTE FUNCTION carregamento_na_historia();

-- all that goes with a plate that is taken away
CREATE FUNCTION reserva_anonimizada_antes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)
    VALUES ('ANONIMO', '', 1000, 1000, 1, '')
    ON CONFLICT (placa) DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER reserva_anonimizada_antes BEFORE UPDATE OF placa ON reservas
    FOR EACH ROW WHEN (NEW.placa = 'ANONIMO') EXECUTE FUNCTION reserva_anonimizada_antes();

CREATE FUNCTION reserva_anonimizada() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reservas SET codigo_reserva = '', viagem_id = NULL, motivo = NULL WHERE id = NEW.id;
    UPDATE reservas_historico SET motivo = NULL WHERE reserva_id = NEW.id AND por = 'MOTORISTA';
    UPDATE carregamentos SET placa = 'ANONIMO' WHERE reserva_id = NEW.id;
    DELETE FROM respostas WHERE request_id = NEW.request_id;
    DELETE FROM carros WHERE placa = OLD.placa AND NOT EXISTS (SELECT 1 FROM reservas r WHERE r.placa = OLD.placa);
    RETURN NULL;
END $$;
CREATE TRIGGER reserva_anonimizada AFTER UPDATE OF placa ON reservas
    FOR EACH ROW WHEN (NEW.placa = 'ANONIMO' AND OLD.placa <> 'ANONIMO') EXECUTE FUNCTION reserva_anonimizada();

CREATE TABLE postos_mudancas (
    mudancas bigint NOT NULL
);
INSERT INTO postos_mudancas (mudancas) VALUES (0);

CREATE FUNCTION mudou() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE postos_mudancas SET mudancas = mudancas + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER mudou_reserva AFTER INSERT OR DELETE OR UPDATE OF posto_id, inicio, fim, situacao, expira_em ON reservas
    FOR EACH ROW EXECUTE FUNCTION mudou();
CREATE TRIGGER mudou_manutencao AFTER INSERT OR DELETE OR UPDATE ON manutencoes
    FOR EACH ROW EXECUTE FUNCTION mudou();
CREATE TRIGGER mudou_carregamento AFTER INSERT OR DELETE OR UPDATE OF posto_id, reserva_id, inicio, fim ON carregamentos
    FOR EACH ROW EXECUTE FUNCTION mudou();
CREATE TRIGGER mudou_posto
    AFTER INSERT OR DELETE OR UPDATE OF nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh, disponivel
    ON postos
    FOR EACH ROW EXECUTE FUNCTION mudou();
