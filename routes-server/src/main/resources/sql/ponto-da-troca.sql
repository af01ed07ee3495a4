SELECT id, nome, latitude, longitude, potencia_maxima, tipo_conector FROM postos WHERE id = :#posto_id
