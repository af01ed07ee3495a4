-- only a car that has reserved here, and no level that its battery cannot hold; what was not told stays as it is
UPDATE carros
   SET nivel_bateria_atual = :#nivel_bateria,
       taxa_descarga = coalesce(:#taxa_descarga, taxa_descarga),
       em_carregamento = coalesce(:#em_carregamento, em_carregamento),
       latitude = coalesce(:#latitude, latitude),
       longitude = coalesce(:#longitude, longitude),
       em_alerta = CASE WHEN :#nivel_bateria < 0.2 * capacidade_bateria THEN em_alerta ELSE FALSE END,
       atualizado_em = :#agora
 WHERE placa = :#placa
   AND :#nivel_bateria <= capacidade_bateria
