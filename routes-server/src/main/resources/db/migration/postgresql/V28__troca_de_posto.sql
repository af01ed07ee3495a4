-- A reservation may be given another point: one line in its history says so, whatever was said of the point that it had.
DROP TRIGGER reserva_alterada ON reservas;
CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim, posto_id ON reservas
    FOR EACH ROW EXECUTE FUNCTION reserva_na_historia();

DROP TRIGGER reserva_avisada ON reservas;
CREATE TRIGGER reserva_avisada AFTER UPDATE OF aviso ON reservas
    FOR EACH ROW WHEN (NEW.aviso IS DISTINCT FROM OLD.aviso AND NEW.posto_id = OLD.posto_id)
    EXECUTE FUNCTION reserva_na_historia();
