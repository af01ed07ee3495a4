SELECT p.id, p.nome, p.cidade, p.uf, p.latitude, p.longitude,
       p.potencia_maxima, p.tipo_conector, p.preco_kwh, p.em_manutencao,
       p.disponivel = 1 AND p.em_manutencao = 0
           AND NOT EXISTS (SELECT 1 FROM reservas_ativas r
                            WHERE r.posto_id = p.id AND r.inicio > :#desde AND r.inicio < :#fim AND r.fim > :#inicio) AS disponivel
  FROM postos p
 WHERE p.id = :#posto_id
