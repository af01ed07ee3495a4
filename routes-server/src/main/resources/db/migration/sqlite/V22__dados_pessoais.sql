-- What tells nothing of a person any more keeps what the figures need, and has this instead of a plate, which none is. It is one
-- for all: whoever reads it cannot even tell which reservations were of the same car.
CREATE INDEX reservas_a_anonimizar ON reservas (fim) WHERE placa <> 'ANONIMO';
CREATE INDEX carregamentos_a_anonimizar ON carregamentos (fim) WHERE placa <> 'ANONIMO';

-- all that goes with the plate, so that no statement can forget it
CREATE TRIGGER reserva_anonimizada_antes BEFORE UPDATE OF placa ON reservas WHEN NEW.placa = 'ANONIMO'
BEGIN
    INSERT OR IGNORE INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)
    -- no battery is larger: what is later said of a charge is not held against one that is not known
    VALUES ('ANONIMO', '', 1000, 1000, 1, '');
END;
CREATE TRIGGER reserva_anonimizada AFTER UPDATE OF placa ON reservas WHEN NEW.placa = 'ANONIMO' AND OLD.placa <> 'ANONIMO'
BEGIN
    UPDATE reservas SET codigo_reserva = '', viagem_id = NULL, motivo = NULL WHERE id = NEW.id;
    -- what drivers wrote; what the operator and the clock said is of the point
    UPDATE reservas_historico SET motivo = NULL WHERE reserva_id = NEW.id AND por = 'MOTORISTA';
    UPDATE carregamentos SET placa = 'ANONIMO' WHERE reserva_id = NEW.id;
    DELETE FROM respostas WHERE request_id = NEW.request_id;
    -- with its model, its battery and where it was last
    DELETE FROM carros WHERE placa = OLD.placa AND NOT EXISTS (SELECT 1 FROM reservas r WHERE r.placa = OLD.placa);
END;
