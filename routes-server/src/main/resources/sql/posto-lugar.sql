SELECT latitude, longitude FROM postos WHERE id = :posto_id
