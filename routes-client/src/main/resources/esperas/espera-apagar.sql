-- everybody has heard the id of one that was told
DELETE FROM esperas WHERE espera_id = :#espera_id AND avisada_em IS NULL
