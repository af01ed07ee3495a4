package br.com.recarga.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Of what only SQLite has: its files, its pragmas, its plans, the versions of its schema. See {@link OnPostgresql}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = OnPostgresql.BANCO,
        matches = OnPostgresql.POSTGRESQL,
        disabledReason = "only SQLite has it")
public @interface SoSqlite {}
