-- without an id, the next one after the largest
INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
VALUES (coalesce(:#posto_id, (SELECT coalesce(max(id), 0) + 1 FROM postos)), :#nome, :#cidade, :#uf, :#latitude, :#longitude, :#potencia_maxima, :#tipo_conector, :#preco_kwh)
    ON CONFLICT (id) DO NOTHING
RETURNING id
