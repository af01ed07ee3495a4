-- without an id, the next one after the largest
INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
VALUES (:#posto_id, :#nome, :#cidade, :#uf, :#latitude, :#longitude, :#potencia_maxima, :#tipo_conector, :#preco_kwh)
    ON CONFLICT (id) DO NOTHING
RETURNING id
