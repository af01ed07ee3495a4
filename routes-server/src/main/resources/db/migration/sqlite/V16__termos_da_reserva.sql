-- What was agreed when it was reserved or held: a later change of the point is for who comes later.
ALTER TABLE reservas ADD COLUMN preco_kwh REAL;
ALTER TABLE reservas ADD COLUMN potencia_maxima REAL;
ALTER TABLE reservas ADD COLUMN tipo_conector TEXT;
-- where the point was then, decimal degrees
ALTER TABLE reservas ADD COLUMN latitude REAL;
ALTER TABLE reservas ADD COLUMN longitude REAL;
-- what has since become of its point that may make it useless, in a sentence for the driver; null: nothing
ALTER TABLE reservas ADD COLUMN aviso TEXT;

-- of what is over nobody knows what was agreed; a hold that has lapsed may be taken again. What charges already has its price
UPDATE reservas
   SET preco_kwh = coalesce((SELECT c.preco_kwh FROM carregamentos c WHERE c.reserva_id = reservas.id), p.preco_kwh),
       potencia_maxima = p.potencia_maxima, tipo_conector = p.tipo_conector,
       latitude = p.latitude, longitude = p.longitude
  FROM postos p
 WHERE p.id = reservas.posto_id
   AND (reservas.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')
        OR reservas.situacao = 'EXPIRADA' AND reservas.confirmada_em IS NULL);

-- written by the database, so that no statement can forget it
CREATE TRIGGER reserva_avisada AFTER UPDATE OF aviso ON reservas WHEN NEW.aviso IS NOT OLD.aviso
BEGIN
    INSERT INTO reservas_historico (reserva_id, em, de, para, por, motivo)
    VALUES (NEW.id, NEW.alterada_em, OLD.situacao, NEW.situacao, NEW.alterada_por, NEW.motivo);
END;
