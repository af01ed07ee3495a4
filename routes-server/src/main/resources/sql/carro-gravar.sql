INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)
VALUES (:#placa, :#modelo, :#capacidade_bateria, :#nivel_bateria_atual, :#taxa_descarga, :#agora)
ON CONFLICT (placa) DO UPDATE
   SET modelo = excluded.modelo,
       capacidade_bateria = excluded.capacidade_bateria,
       nivel_bateria_atual = excluded.nivel_bateria_atual,
       taxa_descarga = excluded.taxa_descarga,
       em_alerta = CASE WHEN excluded.nivel_bateria_atual < 0.2 * excluded.capacidade_bateria THEN carros.em_alerta ELSE FALSE END,
       atualizado_em = excluded.atualizado_em
