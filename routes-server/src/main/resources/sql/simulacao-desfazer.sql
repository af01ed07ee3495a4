ROLLBACK TO simulacao
