-- How often anything was written that may change what a point is to others: whoever publishes that looks here whether to look
-- at the points. Counted by the database, so that no statement can forget it and no process is left out; what the clock
-- changes is not written, and not counted.
CREATE TABLE postos_mudancas (
    mudancas INTEGER NOT NULL
) STRICT;
INSERT INTO postos_mudancas (mudancas) VALUES (0);

CREATE TRIGGER mudou_reserva_criada AFTER INSERT ON reservas
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_reserva_alterada AFTER UPDATE OF posto_id, inicio, fim, situacao, expira_em ON reservas
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_reserva_apagada AFTER DELETE ON reservas
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;

CREATE TRIGGER mudou_manutencao_criada AFTER INSERT ON manutencoes
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_manutencao_alterada AFTER UPDATE ON manutencoes
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_manutencao_apagada AFTER DELETE ON manutencoes
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;

CREATE TRIGGER mudou_carregamento_criado AFTER INSERT ON carregamentos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_carregamento_alterado AFTER UPDATE OF posto_id, reserva_id, inicio, fim ON carregamentos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_carregamento_apagado AFTER DELETE ON carregamentos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;

CREATE TRIGGER mudou_posto_criado AFTER INSERT ON postos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_posto_ligado AFTER UPDATE OF disponivel ON postos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
CREATE TRIGGER mudou_posto_apagado AFTER DELETE ON postos
BEGIN UPDATE postos_mudancas SET mudancas = mudancas + 1; END;
