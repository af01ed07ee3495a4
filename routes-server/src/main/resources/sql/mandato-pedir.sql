-- whoever has the term keeps it; another one gets it when it has ended, by the clock that all have in common
UPDATE mandatos
   SET dono = :#dono,
       ate = (SELECT agora FROM relogio) + :#prazo,
       numero = numero + CASE WHEN dono = :#dono THEN 0 ELSE 1 END
 WHERE dono = :#dono OR ate < (SELECT agora FROM relogio)
