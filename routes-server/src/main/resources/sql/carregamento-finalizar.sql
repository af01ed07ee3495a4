-- ends what goes on, or says the energy of what has ended without; a clock that was set back ends no charge before it began
UPDATE carregamentos
   SET fim = coalesce(fim, max(:#agora, inicio)), energia_kwh = :#energia_kwh, custo = :#custo,
       alterado_em = :#agora, alterado_por = :#por, operador = :#operador, motivo = NULL
 WHERE id = :#carregamento_id
   AND (fim IS NULL OR energia_kwh IS NULL AND CAST(:#energia_kwh AS TEXT) IS NOT NULL)
