-- where the car charges now, if it does
SELECT posto_id FROM carregamentos WHERE placa = :#placa AND fim IS NULL
