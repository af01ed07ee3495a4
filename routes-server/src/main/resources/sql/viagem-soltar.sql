-- what was held a moment ago, in the same transaction: it never was
DELETE FROM reservas WHERE id IN (SELECT s.value ->> 'reserva_id' FROM json_each(:#paradas) s)
