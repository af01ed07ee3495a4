INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)
VALUES (:#placa, :#modelo, :#capacidade_bateria, :#nivel_bateria_atual, :#taxa_descarga, :#agora)
ON CONFLICT (placa) DO UPDATE
   SET modelo = excluded.modelo,
       capacidade_bateria = excluded.capacidade_bateria,
       nivel_bateria_atual = excluded.nivel_bateria_atual,
       taxa_descarga = excluded.taxa_descarga,
       em_alerta = em_alerta AND excluded.nivel_bateria_atual < 0.2 * excluded.capacidade_bateria,
       atualizado_em = excluded.atualizado_em
