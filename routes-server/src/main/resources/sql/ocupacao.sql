-- Of each point the stretches of time within the period that it was or will be kept: a reservation's window, once it is
-- completed only until its car left, and a charge. Stretches that overlap count once. A charge's energy counts where it ended.
-- an active window is never longer than a day, so nothing that overlaps began before desde
WITH r AS (
    SELECT posto_id,
           CASE WHEN situacao IN ('PRE_RESERVADA', 'CONFIRMADA') AND expira_em <= :#agora
                THEN 'EXPIRADA' ELSE situacao END AS situacao,
           max(inicio, :#inicio) AS comeco,
           min(CASE situacao WHEN 'CONCLUIDA' THEN min(fim, alterada_em) ELSE fim END, :#fim) AS termino
      FROM reservas
     WHERE inicio > :#desde AND inicio < :#fim AND fim > :#inicio
), reservado AS (
    SELECT posto_id,
           count(*) FILTER (WHERE situacao = 'PRE_RESERVADA') AS pre_reservadas,
           count(*) FILTER (WHERE situacao = 'CONFIRMADA') AS confirmadas,
           count(*) FILTER (WHERE situacao = 'EM_ANDAMENTO') AS em_andamento,
           count(*) FILTER (WHERE situacao = 'CONCLUIDA') AS concluidas,
           count(*) FILTER (WHERE situacao = 'CANCELADA') AS canceladas,
           count(*) FILTER (WHERE situacao = 'EXPIRADA') AS expiradas
      FROM r
     GROUP BY posto_id
), carregado AS (
    SELECT posto_id,
           count(*) FILTER (WHERE fim >= :#inicio AND fim < :#fim) AS carregamentos,
           sum(CASE WHEN fim >= :#inicio AND fim < :#fim THEN energia_kwh ELSE 0 END) AS energia_kwh,
           sum(CASE WHEN fim >= :#inicio AND fim < :#fim THEN custo ELSE 0 END) AS receita
      FROM carregamentos
     WHERE inicio < :#fim AND (fim IS NULL OR fim >= :#inicio)
     GROUP BY posto_id
), trecho AS (
    SELECT posto_id, 1 AS de_reserva, unixepoch(comeco) AS comeco, unixepoch(termino) AS termino
      FROM r
     WHERE situacao NOT IN ('CANCELADA', 'EXPIRADA') AND termino > comeco
    UNION ALL
    SELECT posto_id, 0, unixepoch(max(inicio, :#inicio)), unixepoch(min(coalesce(fim, :#agora), :#fim))
      FROM carregamentos
     WHERE inicio < :#fim AND coalesce(fim, :#agora) > max(inicio, :#inicio)
), medido AS (
    SELECT posto_id, de_reserva, comeco, termino,
           -- up to where the stretches that began before reach
           coalesce(max(termino) OVER (PARTITION BY posto_id ORDER BY comeco, termino, de_reserva
                                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), comeco) AS alcance,
           coalesce(max(termino) OVER (PARTITION BY posto_id, de_reserva ORDER BY comeco, termino
                                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), comeco) AS alcance_igual
      FROM trecho
), ocupado AS (
    SELECT posto_id,
           sum(max(0, termino - max(comeco, alcance))) AS segundos,
           sum(CASE de_reserva WHEN 1 THEN max(0, termino - max(comeco, alcance_igual)) ELSE 0 END) AS segundos_reservados
      FROM medido
     GROUP BY posto_id
)
SELECT p.id AS posto_id, p.nome AS posto,
       coalesce(reservado.pre_reservadas, 0) AS pre_reservadas,
       coalesce(reservado.confirmadas, 0) AS confirmadas,
       coalesce(reservado.em_andamento, 0) AS em_andamento,
       coalesce(reservado.concluidas, 0) AS concluidas,
       coalesce(reservado.canceladas, 0) AS canceladas,
       coalesce(reservado.expiradas, 0) AS expiradas,
       coalesce(ocupado.segundos_reservados, 0) AS segundos_reservados,
       coalesce(ocupado.segundos, 0) AS segundos_ocupados,
       coalesce(carregado.carregamentos, 0) AS carregamentos,
       coalesce(carregado.energia_kwh, 0.0) AS energia_kwh,
       coalesce(carregado.receita, 0.0) AS receita
  FROM postos p
  LEFT JOIN reservado ON reservado.posto_id = p.id
  LEFT JOIN carregado ON carregado.posto_id = p.id
  LEFT JOIN ocupado ON ocupado.posto_id = p.id
 ORDER BY p.id
