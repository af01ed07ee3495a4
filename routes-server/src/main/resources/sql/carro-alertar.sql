-- a row for whoever sees the battery low first; until it has been above again, nobody else gets one
UPDATE carros
   SET em_alerta = TRUE
 WHERE placa = :#placa
   AND em_alerta = FALSE
   AND em_carregamento = FALSE
   AND nivel_bateria_atual < 0.2 * capacidade_bateria
RETURNING placa, capacidade_bateria, nivel_bateria_atual, taxa_descarga, latitude, longitude
