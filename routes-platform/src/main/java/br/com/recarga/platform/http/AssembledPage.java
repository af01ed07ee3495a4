package br.com.recarga.platform.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as browsers get it, made of its files when the application starts: one style sheet, one script for all modules, and
 * addresses that name the content of what they lead to, so that it can be kept for ever and is never an old one.
 */
final class AssembledPage {

    /** Where the files lie. */
    static final String FOLDER = "/montada/";

    private static final Pattern STYLE =
            Pattern.compile(" *<link rel=\"stylesheet\" href=\"(?<path>/[^\"]+)\">\n", Pattern.MULTILINE);
    private static final Pattern MODULE = Pattern.compile("<script type=\"module\" src=\"(?<path>/[^\"]+)\">");
    private static final Pattern CSS_ADDRESS = Pattern.compile("url\\((['\"]?)(?!['\"]|data:|/|#)([^)'\"]+)\\1\\)");
    private static final Pattern CSS_COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/\\s*");
    private static final int HASH_BYTES = 8;

    private final Function<String, byte[]> sources;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String html;

    /**
     * @param folders where the files of a page may lie, such as {@code /pagina/}: what its HTML names elsewhere stays as it is
     * @param index the path of the HTML
     * @param sources the content at a path
     */
    AssembledPage(List<String> folders, String index, Function<String, byte[]> sources) {
        this.sources = sources;
        String styled = style(text(index));
        String scripted = ModuleBundle.replace(
                MODULE,
                styled,
                found -> "<script src=\"%s\" defer>"
                        .formatted(file(
                                found.group(1),
                                ModuleBundle.of(found.group(1), this::text).getBytes(StandardCharsets.UTF_8))));
        Pattern address = Pattern.compile("(?<=(?:src|href|content)=\")(?:%s)[^\"]+(?=\")"
                .formatted(folders.stream().map(Pattern::quote).collect(Collectors.joining("|"))));
        html = ModuleBundle.replace(address, scripted, found -> file(found.group(), sources.apply(found.group())));
    }

    /** All style sheets as one, at the place of the first, and by the name of the last. */
    private String style(String text) {
        List<String> paths =
                STYLE.matcher(text).results().map(found -> found.group(1)).toList();
        String all = paths.stream().map(this::css).collect(Collectors.joining("\n"));
        Iterator<String> links = Stream.concat(
                        paths.stream()
                                .skip(Math.max(0, paths.size() - 1L))
                                .map(last -> "  <link rel=\"stylesheet\" href=\"%s\">\n"
                                        .formatted(file(last, all.getBytes(StandardCharsets.UTF_8)))),
                        paths.stream().map(other -> ""))
                .iterator();
        return ModuleBundle.replace(STYLE, text, found -> links.next());
    }

    /** Its addresses do not depend on where it lies. */
    private String css(String path) {
        return ModuleBundle.replace(
                CSS_ADDRESS,
                CSS_COMMENT.matcher(text(path)).replaceAll(""),
                found -> "url(\"%s\")".formatted(URI.create(path).resolve(found.group(2))));
    }

    private String text(String path) {
        return new String(sources.apply(path), StandardCharsets.UTF_8);
    }

    /** Its address. */
    private String file(String path, byte[] content) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
        files.put(hashed, content);
        return FOLDER + hashed;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] html() {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** By name, below {@link #FOLDER}. */
    Map<String, byte[]> files() {
        return files;
    }

    /**
     * The page's service worker, which is told what to keep: {@code ARQUIVOS}, the addresses of the page and of its files, and
     * {@code VERSAO}, which is another whenever one of them is, or what the page may do: who keeps it keeps its headers, too.
     *
     * @param source the path of its script
     * @param policies what the headers of the page say
     */
    byte[] worker(String source, String policies) {
        String addresses = Stream.concat(Stream.of("/"), files.keySet().stream().map(FOLDER::concat))
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
        return "const VERSAO = 'recarga-%s';\nconst ARQUIVOS = %s;\n%s"
                .formatted(hash((html + policies).getBytes(StandardCharsets.UTF_8)), addresses, text(source))
                .getBytes(StandardCharsets.UTF_8);
    }
}
