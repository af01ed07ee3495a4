SELECT * FROM carregamentos_vistos WHERE reserva_id = :#reserva_id AND fim IS NULL
