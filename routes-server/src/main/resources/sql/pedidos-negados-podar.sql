-- no request that old has anybody who waits for it
DELETE FROM pedidos_negados WHERE negado_em < :#antes
