-- a clock that was set back ends no charge before it began
UPDATE carregamentos
   SET fim = max(:#agora, inicio), energia_kwh = :#energia_kwh, custo = :#custo
 WHERE id = :#carregamento_id AND fim IS NULL
RETURNING id, posto_id, reserva_id, placa, inicio, fim, preco_kwh, energia_kwh, custo
