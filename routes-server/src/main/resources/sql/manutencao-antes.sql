-- what began before the window ends where it begins
UPDATE manutencoes SET fim = :#inicio WHERE posto_id = :#posto_id AND inicio < :#inicio AND fim > :#inicio
