DELETE FROM viagens_canceladas WHERE cancelada_em < :#antes
