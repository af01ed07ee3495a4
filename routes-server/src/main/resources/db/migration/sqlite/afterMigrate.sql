-- What ANALYZE has written: by it SQLite compiles a statement anew whenever its parameters change, which halves what a server can
-- do, and takes other indexes than those that were measured and tested. Who looks into the file with another program may leave it.
DROP TABLE IF EXISTS sqlite_stat1;
DROP TABLE IF EXISTS sqlite_stat4;
