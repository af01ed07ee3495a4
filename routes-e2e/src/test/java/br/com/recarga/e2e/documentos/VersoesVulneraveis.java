package br.com.recarga.e2e.documentos;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a table in {@code docs/seguranca.md}: versions of a library for which an advisory is known.
 *
 * @param artefato {@code group:artifact}, or {@code group:*} for all of a group
 * @param desde the first of the versions, {@code null} for all up to {@code antesDe}
 * @param antesDe the first version after {@code desde} that is none of them
 */
record VersoesVulneraveis(String artefato, Version desde, Version antesDe, String aviso) {

    private static final Pattern ROW =
            Pattern.compile("\\| `([^`]+)` \\| (?:de ([0-9]\\S*) )?antes de ([0-9]\\S*) \\| ([^|]+) \\| [^|]+ \\|");

    /** The rows below a heading, up to the next one. A row that cannot be read is a failure. */
    static List<VersoesVulneraveis> da(String document, String heading) {
        String section =
                document.split("(?m)^#+ " + Pattern.quote(heading) + "$", 2)[1].split("(?m)^#", 2)[0];
        return Arrays.stream(section.split("\n"))
                .filter(line -> line.startsWith("| `"))
                .map(VersoesVulneraveis::row)
                .toList();
    }

    private static VersoesVulneraveis row(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("not a row of versions: " + line);
        }
        return new VersoesVulneraveis(
                row.group(1),
                row.group(2) == null ? null : Version.parse(row.group(2)),
                Version.parse(row.group(3)),
                row.group(4).strip());
    }

    boolean inclui(Componente part) {
        boolean named = artefato.endsWith(":*")
                ? part.artefato().startsWith(artefato.substring(0, artefato.length() - 1))
                : part.artefato().equals(artefato);
        if (!named) {
            return false;
        }
        Version versao = Version.parse(part.versao());
        return (desde == null || versao.compareTo(desde) >= 0) && versao.compareTo(antesDe) < 0;
    }
}
