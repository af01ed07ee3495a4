UPDATE postos
   SET nome = :#nome, cidade = :#cidade, uf = :#uf, latitude = :#latitude, longitude = :#longitude,
       potencia_maxima = :#potencia_maxima, tipo_conector = :#tipo_conector, preco_kwh = :#preco_kwh
 WHERE id = :#posto_id
