SELECT * FROM carregamentos_vistos WHERE id = :#carregamento_id AND posto_id = :#posto_id
