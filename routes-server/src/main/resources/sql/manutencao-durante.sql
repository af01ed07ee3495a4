DELETE FROM manutencoes WHERE posto_id = :#posto_id AND inicio >= :#inicio AND inicio < :#fim
