-- the nearest free point that will do in the window as well as the one asked for: beside it, as ponto-da-troca says, with its plug,
-- no less power and no higher price. Whether it is had, reserva-inserir decides in the same transaction
SELECT p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh, FALSE AS em_manutencao, TRUE AS disponivel
  FROM postos pedido
  JOIN postos p ON p.id <> pedido.id
   AND abs(p.latitude - pedido.latitude) <= 0.001
   AND abs(p.longitude - pedido.longitude) <= 0.001
   AND p.tipo_conector = pedido.tipo_conector
   AND p.potencia_maxima >= pedido.potencia_maxima
   AND p.preco_kwh <= pedido.preco_kwh
 WHERE pedido.id = :#posto_id
   AND NOT EXISTS (SELECT 1 FROM tomadas t
                    WHERE t.posto_id = p.id
                      AND t.inicio < :#fim AND t.fim > :#inicio AND max(t.fica_ate, :#logo) > :#inicio
                      AND t.vale_ate > :#agora AND t.desde > :#desde)
 ORDER BY abs(p.latitude - pedido.latitude) + abs(p.longitude - pedido.longitude), p.id
 LIMIT 1
