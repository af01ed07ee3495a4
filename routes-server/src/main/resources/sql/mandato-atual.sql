SELECT numero, dono FROM mandatos
