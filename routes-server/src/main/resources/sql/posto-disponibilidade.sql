UPDATE postos SET disponivel = :#disponivel WHERE id = :#posto_id
