DELETE FROM esperas WHERE fim < :#antes OR avisada_em < :#antes
