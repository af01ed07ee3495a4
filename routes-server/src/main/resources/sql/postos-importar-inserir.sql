INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
SELECT value ->> 'posto_id', value ->> 'nome', value ->> 'cidade', value ->> 'uf', value ->> 'latitude',
       value ->> 'longitude', value ->> 'potencia_maxima', value ->> 'tipo_conector', value ->> 'preco_kwh'
  FROM json_each(:#postos)
 WHERE value ->> 'posto_id' NOT IN (SELECT id FROM postos)
