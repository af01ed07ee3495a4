-- how often a saga was tried to be ended in vain, and when to try again; NULL: at once
ALTER TABLE sagas ADD COLUMN tentativas INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sagas ADD COLUMN proxima_em TEXT;
-- whether it was ever decided to complete it; of what was there before nothing is known, so it may have been
ALTER TABLE sagas ADD COLUMN decidida INTEGER NOT NULL DEFAULT 0 CHECK (decidida IN (0, 1));
UPDATE sagas SET decidida = 1;

-- the servers without whose answer a trip is not certain, as a JSON array; NULL: none
ALTER TABLE viagens ADD COLUMN aguardando TEXT;
