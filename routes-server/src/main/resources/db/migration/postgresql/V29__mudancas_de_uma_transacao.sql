-- Whoever reads the points sees all that a transaction changed, or nothing: it is counted once. Each count would leave a version of
-- its row behind that the next one passes by, and of thousands of points that would take longer than a statement may.
CREATE OR REPLACE FUNCTION mudou() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('recarga.mudou', TRUE), '') = '' THEN
        UPDATE postos_mudancas SET mudancas = mudancas + 1;
        -- until the transaction ends, or goes back to before this count
        PERFORM set_config('recarga.mudou', 'sim', TRUE);
    END IF;
    RETURN NULL;
END $$;
