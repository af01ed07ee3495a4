-- alterada_em stays: from when the stops were held on, they lapse
UPDATE viagens SET aguardando = :#aguardando
 WHERE viagem_id = :#viagem_id AND tentativa = :#tentativa AND situacao = :#situacao AND aguardando IS DISTINCT FROM :#aguardando
