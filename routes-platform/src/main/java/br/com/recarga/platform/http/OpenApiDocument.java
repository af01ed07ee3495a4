package br.com.recarga.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of an HTTP door at {@code /openapi.json}: the document in {@code docs/} as it is, but in JSON. */
@RestController
public final class OpenApiDocument {

    /** Read when somebody asks, which few do: not at the cost of every start. */
    private final Supplier<ResponseEntity<byte[]>> answer;

    /**
     * @param file on the class path, in YAML
     * @throws UncheckedIOException when it is asked for, if it is not there or is no YAML
     */
    public OpenApiDocument(String file) {
        answer = SingletonSupplier.of(() -> read(file));
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document(HttpServletResponse response) {
        // an entity's would come beside the one that every answer has
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        return answer.get();
    }

    private static ResponseEntity<byte[]> read(String file) {
        try (InputStream yaml = new ClassPathResource(file).getInputStream()) {
            byte[] json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .eTag(DigestUtils.md5DigestAsHex(json))
                    .body(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
