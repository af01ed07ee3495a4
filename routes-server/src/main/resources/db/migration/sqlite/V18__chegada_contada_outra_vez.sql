-- An arrival that is told again is no change: the history has it once.
DROP TRIGGER reserva_alterada;
CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim ON reservas
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por, NEW.motivo);
END;

-- what changes the state or the window too has its line already
CREATE TRIGGER reserva_chegada AFTER UPDATE OF chegou_em ON reservas
WHEN NEW.chegou_em IS NOT OLD.chegou_em
     AND NEW.situacao = OLD.situacao AND NEW.inicio = OLD.inicio AND NEW.fim = OLD.fim
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por, NEW.motivo);
END;
