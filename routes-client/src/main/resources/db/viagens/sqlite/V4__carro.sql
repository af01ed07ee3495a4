-- whose trip it is, closed with the key beside the database; NULL: stored before, in the clear within pedido
ALTER TABLE viagens ADD COLUMN carro TEXT;
