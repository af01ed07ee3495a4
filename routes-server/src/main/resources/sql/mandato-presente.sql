-- as long as one of them says so, all go on as the same
UPDATE mandatos SET visto = (SELECT agora FROM relogio) WHERE instancia = :#instancia
