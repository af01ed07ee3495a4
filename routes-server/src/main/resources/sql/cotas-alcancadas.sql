-- which quotas are used up; the partner's, until when at the latest: when so many of what counts are over that there is room for
-- one. Asked in the transaction of the refusal, so that nothing has changed between
SELECT CAST(:#por_placa AS TEXT) IS NOT NULL
       AND EXISTS (SELECT 1 FROM reservas_contadas c
                    WHERE c.placa = :#placa
                      AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                      AND c.viagem IS DISTINCT FROM :#viagem_id
                    GROUP BY c.viagem LIMIT 1 OFFSET coalesce(:#por_placa, 1) - 1) AS da_placa,
       CAST(:#pre_reservas AS TEXT) IS NOT NULL
       AND EXISTS (SELECT 1 FROM reservas_contadas c
                    WHERE c.placa = :#placa AND c.situacao = 'PRE_RESERVADA'
                      AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
                      AND c.viagem IS DISTINCT FROM :#viagem_id
                    GROUP BY c.viagem LIMIT 1 OFFSET coalesce(:#pre_reservas, 1) - 1) AS de_pre_reservas,
       (SELECT max(c.fim) FROM reservas_contadas c
         WHERE CAST(:#do_parceiro AS TEXT) IS NOT NULL AND c.parceiro = :#parceiro
           AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
           AND NOT (c.placa = :#placa AND c.viagem IS NOT DISTINCT FROM :#viagem_id)
         GROUP BY c.placa, c.viagem ORDER BY 1 DESC LIMIT 1 OFFSET coalesce(:#do_parceiro, 1) - 1) AS do_parceiro,
       CAST(:#paradas_por_viagem AS TEXT) IS NOT NULL
       AND (SELECT count(*) + :#novas > :#paradas_por_viagem
                   OR coalesce(sum(unixepoch(c.fim) - unixepoch(c.inicio)), 0) + :#segundos > :#segundos_por_viagem
              FROM reservas_contadas c
             WHERE c.placa = :#placa
               AND c.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', :#agora, '-1 day') AND c.expira_em > :#agora
               AND c.viagem = :#viagem_id) AS da_viagem
