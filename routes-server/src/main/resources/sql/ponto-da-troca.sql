-- ao_lado: where the reservation was made for, some hundred metres, as far as a point may move without its drivers being told
SELECT p.id, p.nome, p.potencia_maxima, p.tipo_conector,
       abs(p.latitude - coalesce(r.latitude, antes.latitude)) <= 0.001
           AND abs(p.longitude - coalesce(r.longitude, antes.longitude)) <= 0.001 AS ao_lado
  FROM postos p
  JOIN reservas r ON r.id = :#reserva_id
  JOIN postos antes ON antes.id = r.posto_id
 WHERE p.id = :#posto_id
