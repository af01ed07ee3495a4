-- Which of the operators did it, by the name with which it came in; null: nobody knows, as of all before. In the row itself it
-- is only a word of whoever changed it last as an operator: what the driver or the clock does leaves it as it is.
ALTER TABLE reservas ADD COLUMN operador TEXT;
ALTER TABLE reservas_historico ADD COLUMN operador TEXT;
ALTER TABLE carregamentos ADD COLUMN operador TEXT;
ALTER TABLE carregamentos_historico ADD COLUMN operador TEXT;

DROP TRIGGER reserva_alterada;
CREATE TRIGGER reserva_alterada AFTER UPDATE OF situacao, inicio, fim ON reservas
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, operador, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por,
            CASE NEW.alterada_por WHEN 'OPERADOR' THEN NEW.operador END, NEW.motivo);
END;

DROP TRIGGER reserva_avisada;
CREATE TRIGGER reserva_avisada AFTER UPDATE OF aviso ON reservas WHEN NEW.aviso IS NOT OLD.aviso
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, operador, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por,
            CASE NEW.alterada_por WHEN 'OPERADOR' THEN NEW.operador END, NEW.motivo);
END;

DROP TRIGGER carregamento_alterado;
CREATE TRIGGER carregamento_alterado AFTER UPDATE OF fim, energia_kwh, custo ON carregamentos
BEGIN
    INSERT INTO carregamentos_historico (carregamento_id, em, por, operador, motivo, energia_kwh, custo)
    VALUES (NEW.id, NEW.alterado_em, NEW.alterado_por, CASE NEW.alterado_por WHEN 'OPERADOR' THEN NEW.operador END,
            NEW.motivo, NEW.energia_kwh, NEW.custo);
END;
