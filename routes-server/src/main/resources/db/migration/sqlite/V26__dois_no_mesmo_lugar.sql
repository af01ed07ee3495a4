-- What the statements decide, decided once more: a reservation that would share its point or its car with another that counts is
-- refused by the database, whatever a statement of ours would let pass. Of those that begin before its window ends the last one
-- decides, as in the statements; none lasts longer than a day.
CREATE TRIGGER reserva_no_lugar_criada BEFORE INSERT ON reservas
WHEN NEW.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND NEW.expira_em > NEW.alterada_em
     AND (coalesce((SELECT r.fim > NEW.inicio FROM reservas_ativas r
                     WHERE r.posto_id = NEW.posto_id AND r.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', NEW.inicio, '-1 day') AND r.inicio < NEW.fim
                       AND r.expira_em > NEW.alterada_em
                     ORDER BY r.inicio DESC LIMIT 1), FALSE)
          OR coalesce((SELECT r.fim > NEW.inicio FROM reservas_ativas r
                        WHERE r.placa = NEW.placa AND r.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', NEW.inicio, '-1 day') AND r.inicio < NEW.fim
                          AND r.expira_em > NEW.alterada_em
                        ORDER BY r.inicio DESC LIMIT 1), FALSE))
BEGIN
    SELECT RAISE(ABORT, 'um posto ou um carro, dois ao mesmo tempo');
END;

CREATE TRIGGER reserva_no_lugar_alterada BEFORE UPDATE OF posto_id, placa, inicio, fim, situacao, expira_em ON reservas
WHEN NEW.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND NEW.expira_em > NEW.alterada_em
     -- who has a place already, and takes no more of it, is in nobody's way
     AND NOT (OLD.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO') AND OLD.expira_em > OLD.alterada_em
              AND NEW.posto_id = OLD.posto_id AND NEW.placa = OLD.placa AND NEW.inicio >= OLD.inicio AND NEW.fim <= OLD.fim)
     AND EXISTS (SELECT 1 FROM reservas_ativas r
                  WHERE (r.posto_id = NEW.posto_id OR r.placa = NEW.placa) AND r.id <> NEW.id
                    AND r.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', NEW.inicio, '-1 day')
                    AND r.inicio < NEW.fim AND r.fim > NEW.inicio AND r.expira_em > NEW.alterada_em)
BEGIN
    SELECT RAISE(ABORT, 'um posto ou um carro, dois ao mesmo tempo');
END;
