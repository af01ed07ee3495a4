package br.com.recarga.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where a browser's library lies on the class path, whatever its version: that is pinned in the build and nowhere else. */
public final class Webjar {

    private Webjar() {}

    /**
     * The folder of a file of a webjar, for Spring to serve.
     *
     * @param name such as {@code swagger-ui}
     * @param file below the folder of the version, such as {@code index.html}
     * @throws IllegalStateException if the webjar is not there
     */
    public static String folderOf(String name, String file) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/%s/*/%s".formatted(name, file));
            if (found.length == 0) {
                throw new IllegalStateException("No webjar with %s of %s".formatted(file, name));
            }
            String url = found[0].getURL().toString();
            return url.substring(0, url.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
