INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
SELECT CAST(value ->> 'posto_id' AS INTEGER), value ->> 'nome', value ->> 'cidade', value ->> 'uf',
       CAST(value ->> 'latitude' AS DOUBLE PRECISION), CAST(value ->> 'longitude' AS DOUBLE PRECISION),
       CAST(value ->> 'potencia_maxima' AS DOUBLE PRECISION), value ->> 'tipo_conector',
       CAST(value ->> 'preco_kwh' AS DOUBLE PRECISION)
  FROM json_each(:#postos)
 WHERE CAST(value ->> 'posto_id' AS INTEGER) NOT IN (SELECT id FROM postos)
