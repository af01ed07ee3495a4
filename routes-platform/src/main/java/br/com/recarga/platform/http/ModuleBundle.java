package br.com.recarga.platform.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script and all ES modules that it imports as one classic script, in which each runs once, in strict mode and with names of its
 * own: a browser asks once, and not module by module as it finds them.
 *
 * <p>Of the language of modules it takes what our pages write, each at the start of a line: named, default and JSON imports,
 * exported declarations that never change, {@code export default} and {@code export * from}. Anything else is refused rather than
 * guessed, as are modules that import each other in a circle.
 */
final class ModuleBundle {

    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:(?<default>\\w+)|\\{(?<named>[^}]*)}) from '(?<from>[^']+)'(?: with \\{ type: 'json' })?;$",
            Pattern.MULTILINE);
    private static final Pattern EXPORT_ALL = Pattern.compile("^export \\* from '(?<from>[^']+)';$", Pattern.MULTILINE);
    private static final Pattern EXPORT_DECLARATION =
            Pattern.compile("^export (?=(?:const|class|(?:async )?function\\*?) (?<name>\\w+))", Pattern.MULTILINE);
    private static final Pattern EXPORT_DEFAULT = Pattern.compile("^export default ", Pattern.MULTILINE);
    private static final Pattern UNKNOWN =
            Pattern.compile("^(?:import\\b(?!\\()|export\\b).*|\\bimport\\.meta\\b", Pattern.MULTILINE);

    /** On lines of their own, an eighth of what a browser would be sent; a line within a text never begins so. */
    private static final Pattern COMMENT = Pattern.compile("^ *(?://.*|/\\*\\*[\\s\\S]*?\\*/)\n", Pattern.MULTILINE);

    private final UnaryOperator<String> sources;
    private final StringBuilder bundle = new StringBuilder("(() => {\n'use strict';\n");
    /** Where the modules that are in the bundle lie, and what they are called in it; null while what they import is sought. */
    private final Map<String, String> names = new HashMap<>();

    private int modules;

    private ModuleBundle(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /**
     * @param entry the path of the script, such as {@code /pagina/app.js}
     * @param sources the text at a path
     * @throws IllegalArgumentException if a module says something that is not understood here, naming it
     */
    static String of(String entry, UnaryOperator<String> sources) {
        ModuleBundle bundle = new ModuleBundle(sources);
        bundle.add(entry);
        return bundle.bundle.append("})();\n").toString();
    }

    /** Puts a module in, after those that it needs, unless it is there. */
    private String add(String path) {
        if (names.containsKey(path)) {
            if (names.get(path) == null) {
                throw new IllegalArgumentException(path + " imports itself by way of others");
            }
            return names.get(path);
        }
        names.put(path, null);
        String source = sources.apply(path);
        String body = path.endsWith(".json") ? "return { default: " + source.strip() + " };\n" : module(path, source);
        String name = "$" + ++modules;
        names.put(path, name);
        bundle.append("const %s = (() => {\n%s})();\n".formatted(name, body));
        return name;
    }

    private String module(String path, String source) {
        List<String> exports = new ArrayList<>();
        String body = replace(IMPORT, COMMENT.matcher(source).replaceAll(""), found -> binding(path, found));
        body = replace(EXPORT_ALL, body, found -> {
            exports.add("..." + add(resolve(path, found.group(1))));
            return "";
        });
        body = replace(EXPORT_DECLARATION, body, found -> {
            exports.add(found.group(1));
            return "";
        });
        body = replace(EXPORT_DEFAULT, body, found -> {
            exports.add("default: $default");
            return "const $default = ";
        });
        Matcher unknown = UNKNOWN.matcher(body);
        if (unknown.find()) {
            throw new IllegalArgumentException("%s: not understood here: %s".formatted(path, unknown.group()));
        }
        return "%s\nreturn { %s };\n".formatted(body.strip(), String.join(", ", exports));
    }

    /** Each find by what is made of it, as it is. */
    static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }

    /** {@code { a, b as c }} becomes {@code { a, b: c }}. */
    private String binding(String path, MatchResult found) {
        String imported = found.group(1) == null
                ? found.group(2).replaceAll("\\s+as\\s+", ": ").strip()
                : "default: " + found.group(1);
        return "const { %s } = %s;".formatted(imported, add(resolve(path, found.group(3))));
    }

    private static String resolve(String from, String path) {
        return URI.create(from).resolve(path).toString();
    }
}
