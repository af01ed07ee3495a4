UPDATE viagens SET situacao = 'CANCELANDO', alterada_em = :#agora
 WHERE viagem_id = :#viagem_id AND codigo_reserva = :#codigo_reserva AND situacao = 'CONFIRMADA'
