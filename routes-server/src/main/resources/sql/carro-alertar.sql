-- a row for whoever sees the battery low first; until it has been above again, nobody else gets one
UPDATE carros
   SET em_alerta = 1
 WHERE placa = :#placa
   AND em_alerta = 0
   AND em_carregamento = 0
   AND nivel_bateria_atual < 0.2 * capacidade_bateria
RETURNING placa, capacidade_bateria, nivel_bateria_atual, taxa_descarga, latitude, longitude
