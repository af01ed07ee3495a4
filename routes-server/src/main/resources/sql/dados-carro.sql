-- the car, with where it was last, is of whoever drove it last: for the operator
SELECT placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, latitude, longitude, atualizado_em
  FROM carros
 WHERE placa = :#placa AND :#exige_codigo = FALSE
