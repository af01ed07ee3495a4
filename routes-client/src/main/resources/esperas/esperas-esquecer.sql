DELETE FROM esperas WHERE fim < :#antes
