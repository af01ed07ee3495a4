-- A reservation may be given another point: one line in its history says so, whatever was said of the point that it had.
DROP TRIGGER reserva_alterada;
CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim, posto_id ON reservas
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, operador, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por,
            CASE NEW.alterada_por WHEN 'OPERADOR' THEN NEW.operador END, NEW.motivo);
END;

DROP TRIGGER reserva_avisada;
CREATE TRIGGER reserva_avisada AFTER UPDATE OF aviso ON reservas WHEN NEW.aviso IS NOT OLD.aviso AND NEW.posto_id = OLD.posto_id
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, operador, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por,
            CASE NEW.alterada_por WHEN 'OPERADOR' THEN NEW.operador END, NEW.motivo);
END;
