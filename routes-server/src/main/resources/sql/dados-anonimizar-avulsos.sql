-- the charges of a car that had not reserved, which no code proves: for the operator
UPDATE carregamentos
   SET placa = 'ANONIMO'
 WHERE placa = :#placa
   AND :#exige_codigo = FALSE
   AND NOT EXISTS (SELECT 1 FROM reservas_ativas r WHERE r.placa = :#placa)
   AND NOT EXISTS (SELECT 1 FROM carregamentos c WHERE c.placa = :#placa AND c.fim IS NULL)
