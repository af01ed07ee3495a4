-- a reservation counts in the period for the part of its window that lies in it; a charge where it ended.
-- an active window is never longer than a day, so nothing that overlaps began before desde
WITH r AS (
    SELECT posto_id,
           CASE WHEN situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND expira_em <= :#agora
                THEN 'EXPIRADA' ELSE situacao END AS situacao,
           unixepoch(min(fim, :#ate)) - unixepoch(max(inicio, :#de)) AS segundos
      FROM reservas
     WHERE inicio > :#desde AND inicio < :#ate AND fim > :#de
), reservado AS (
    SELECT posto_id,
           sum(situacao = 'PRE_RESERVADA') AS pre_reservadas,
           sum(situacao = 'CONFIRMADA') AS confirmadas,
           sum(situacao = 'EM_ANDAMENTO') AS em_andamento,
           sum(situacao = 'CONCLUIDA') AS concluidas,
           sum(situacao = 'CANCELADA') AS canceladas,
           sum(situacao = 'EXPIRADA') AS expiradas,
           sum(CASE WHEN situacao IN ('CANCELADA', 'EXPIRADA') THEN 0 ELSE segundos END) AS segundos
      FROM r
     GROUP BY posto_id
), carregado AS (
    SELECT posto_id,
           sum(fim >= :#de AND fim < :#ate) AS carregamentos,
           sum(CASE WHEN fim >= :#de AND fim < :#ate THEN energia_kwh ELSE 0 END) AS energia_kwh,
           sum(CASE WHEN fim >= :#de AND fim < :#ate THEN custo ELSE 0 END) AS receita,
           sum(CASE WHEN reserva_id IS NULL
                    THEN max(0, unixepoch(min(coalesce(fim, :#agora), :#ate)) - unixepoch(max(inicio, :#de)))
                    ELSE 0 END) AS segundos_avulsos
      FROM carregamentos
     WHERE inicio < :#ate AND (fim IS NULL OR fim >= :#de)
     GROUP BY posto_id
)
SELECT p.id AS posto_id, p.nome AS posto,
       coalesce(reservado.pre_reservadas, 0) AS pre_reservadas,
       coalesce(reservado.confirmadas, 0) AS confirmadas,
       coalesce(reservado.em_andamento, 0) AS em_andamento,
       coalesce(reservado.concluidas, 0) AS concluidas,
       coalesce(reservado.canceladas, 0) AS canceladas,
       coalesce(reservado.expiradas, 0) AS expiradas,
       coalesce(reservado.segundos, 0) AS segundos_reservados,
       coalesce(carregado.segundos_avulsos, 0) AS segundos_avulsos,
       coalesce(carregado.carregamentos, 0) AS carregamentos,
       coalesce(carregado.energia_kwh, 0.0) AS energia_kwh,
       coalesce(carregado.receita, 0.0) AS receita
  FROM postos p
  LEFT JOIN reservado ON reservado.posto_id = p.id
  LEFT JOIN carregado ON carregado.posto_id = p.id
 ORDER BY p.id
