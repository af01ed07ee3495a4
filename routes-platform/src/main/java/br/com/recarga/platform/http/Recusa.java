package br.com.recarga.platform.http;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The contract's error shape from a filter, where no route has begun. */
public final class Recusa {

    private Recusa() {}

    /** @param espera when whoever is refused may ask again; in whole seconds, at least one */
    public static void escrever(HttpServletResponse response, HttpStatus status, Resposta recusa, Duration espera)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(1 + espera.minusNanos(1).toSeconds()));
        escrever(response, status, recusa);
    }

    public static void escrever(HttpServletResponse response, HttpStatus status, Resposta recusa) throws IOException {
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, HttpReplies.RETRY_AFTER_S);
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] json = ContractJson.mapper().writeValueAsBytes(recusa);
        response.setContentLength(json.length);
        // the mapper itself would close the answer, to which filters have something to add
        response.getOutputStream().write(json);
    }
}
