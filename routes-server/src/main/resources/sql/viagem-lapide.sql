-- none for a trip that another client holds: it would keep that one from confirming
INSERT INTO viagens_canceladas (viagem_id, cancelada_em)
SELECT :#viagem_id, :#agora
 WHERE NOT EXISTS (SELECT 1 FROM reservas r WHERE r.viagem_id = :#viagem_id AND r.client_id <> :#cliente)
ON CONFLICT (viagem_id) DO NOTHING
