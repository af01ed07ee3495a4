package br.com.recarga.platform.database;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of an application with a database.
 *
 * @param databaseUrl {@code sqlite:///./data/server1.db} as in the original, {@code postgresql://…}, or a JDBC URL
 * @param databaseSynchronous SQLite's {@code synchronous}: with {@code FULL} every commit survives a power cut, with {@code
 *     NORMAL} a killed process only
 * @param bancoChave 32 bytes in Base64, with which {@link Seal} closes what lies in a database that is no file; empty for a file,
 *     which has its key beside it
 * @param bancoExclusivo of a database that is no file: that only one process at a time may write to it, as to a log whose entries a
 *     process takes for its own; a file says so by its {@link DatabaseLock}
 * @param replicas whether other processes of the same name work on it all the same, as they know of each other; not on a file
 */
@Validated
@ConfigurationProperties("recarga")
public record DatabaseSettings(
        @NotBlank String databaseUrl,

        @DefaultValue("FULL") @Pattern(regexp = "FULL|NORMAL")
        String databaseSynchronous,

        @DefaultValue("") String bancoChave,

        @DefaultValue("false") boolean bancoExclusivo,
        @DefaultValue("false") boolean replicas) {

    @Override
    public String toString() {
        return "DatabaseSettings[databaseSynchronous=" + databaseSynchronous + "]";
    }
}
