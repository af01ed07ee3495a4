DELETE FROM esperas WHERE espera_id = :#espera_id
