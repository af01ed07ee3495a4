package br.com.recarga.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Of what only a database on another machine can do. See {@link OnPostgresql}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = OnPostgresql.BANCO,
        matches = OnPostgresql.POSTGRESQL,
        disabledReason = "only PostgreSQL has it")
public @interface SoPostgresql {}
