-- what was held a moment ago, in the same transaction: it never was
DELETE FROM reservas WHERE viagem_id = :#viagem_id AND situacao = 'PRE_RESERVADA'
