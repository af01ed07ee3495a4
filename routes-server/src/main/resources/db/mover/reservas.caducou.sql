-- Whether the clock has ended it and another has since taken its place, its point's or its car's: what PostgreSQL's trigger
-- notes when that happens, and SQLite's asks each time.
reservas.situacao IN ('PRE_RESERVADA', 'CONFIRMADA', 'EM_ANDAMENTO')
AND (reservas.expira_em <= reservas.alterada_em
     OR EXISTS (SELECT 1 FROM reservas_ativas r
                 WHERE r.posto_id = reservas.posto_id AND r.id <> reservas.id AND r.alterada_em >= reservas.expira_em
                   AND r.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', reservas.inicio, '-1 day')
                   AND r.inicio < reservas.fim AND r.fim > reservas.inicio)
     OR EXISTS (SELECT 1 FROM reservas_ativas r
                 WHERE r.placa = reservas.placa AND r.id <> reservas.id AND r.alterada_em >= reservas.expira_em
                   AND r.inicio > strftime('%Y-%m-%dT%H:%M:%SZ', reservas.inicio, '-1 day')
                   AND r.inicio < reservas.fim AND r.fim > reservas.inicio))
