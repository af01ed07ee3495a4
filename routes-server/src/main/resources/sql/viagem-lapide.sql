INSERT INTO viagens_canceladas (viagem_id, cancelada_em) VALUES (:#viagem_id, :#agora)
ON CONFLICT (viagem_id) DO NOTHING
