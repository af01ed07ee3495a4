-- A window lasts 24 h at most, so what overlaps one began in the day before its start or within it. By the end of the window,
-- as before, every later reservation of the point was read.
DROP INDEX reservas_por_posto;
DROP INDEX reservas_por_placa;
CREATE INDEX reservas_por_posto ON reservas (posto_id, inicio, fim);
CREATE INDEX reservas_por_placa ON reservas (placa, inicio, fim);
