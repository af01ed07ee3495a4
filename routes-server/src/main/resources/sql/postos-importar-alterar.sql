-- only what is different, so that the count tells what has changed
UPDATE postos
   SET nome = j.nome, cidade = j.cidade, uf = j.uf, latitude = j.latitude, longitude = j.longitude,
       potencia_maxima = j.potencia_maxima, tipo_conector = j.tipo_conector, preco_kwh = j.preco_kwh
  FROM (SELECT CAST(value ->> 'posto_id' AS INTEGER) AS id, value ->> 'nome' AS nome, value ->> 'cidade' AS cidade, value ->> 'uf' AS uf,
               CAST(value ->> 'latitude' AS DOUBLE PRECISION) AS latitude,
               CAST(value ->> 'longitude' AS DOUBLE PRECISION) AS longitude,
               CAST(value ->> 'potencia_maxima' AS DOUBLE PRECISION) AS potencia_maxima, value ->> 'tipo_conector' AS tipo_conector,
               CAST(value ->> 'preco_kwh' AS DOUBLE PRECISION) AS preco_kwh
          FROM json_each(:#postos)) AS j
 WHERE postos.id = j.id
   AND (postos.nome, postos.cidade, postos.uf, postos.latitude, postos.longitude, postos.potencia_maxima,
        postos.tipo_conector, postos.preco_kwh)
       IS DISTINCT FROM (j.nome, j.cidade, j.uf, j.latitude, j.longitude, j.potencia_maxima, j.tipo_conector, j.preco_kwh)
