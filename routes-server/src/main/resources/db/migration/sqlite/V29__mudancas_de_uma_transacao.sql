-- Nothing is different here, as SQLite counts in place. Both databases have the same versions, so that one can be moved to the other.
SELECT mudancas FROM postos_mudancas;
