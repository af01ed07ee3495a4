-- why reserva-inserir.sql gave no row; asked in the same transaction, so that nothing has changed between
SELECT p.em_manutencao = 1 AS em_manutencao,
       p.disponivel = 0
           OR EXISTS (SELECT 1 FROM reservas_ativas r
                       WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio) AS ocupado
  FROM postos p
 WHERE p.id = :#posto_id
