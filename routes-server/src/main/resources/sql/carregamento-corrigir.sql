-- what is said already needs no correction
UPDATE carregamentos
   SET energia_kwh = :#energia_kwh, custo = :#custo, alterado_em = :#agora, alterado_por = :#por, operador = :#operador, motivo = :#motivo
 WHERE id = :#carregamento_id
   AND fim IS NOT NULL
   AND energia_kwh IS DISTINCT FROM :#energia_kwh
