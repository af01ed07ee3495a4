SELECT em, de, para, por, operador, motivo FROM reservas_historico WHERE reserva_id = :#reserva_id ORDER BY id
