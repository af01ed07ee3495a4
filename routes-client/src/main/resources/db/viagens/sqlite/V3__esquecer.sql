-- trips that have come to their end, to be forgotten one day
CREATE INDEX viagens_terminadas ON viagens (alterada_em) WHERE situacao IN ('CONFIRMADA', 'RECUSADA', 'CANCELADA');
