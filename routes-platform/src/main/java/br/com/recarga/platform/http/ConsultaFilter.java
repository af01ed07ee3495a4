package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a query that cannot be read: the container would drop a parameter whose escapes are broken (400) and a route would
 * read one that is there twice (422) as it comes, so that an answer would be to another question than was asked. So is a
 * character NUL (422), which is in no text of ours, and which not every database takes to look for it.
 */
@Order(FilterOrder.QUERY)
public final class ConsultaFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        // headers of a route, which the parameters become, know no case
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.isEmpty()) {
                continue;
            }
            String read;
            boolean nul;
            try {
                read = decode(name);
                nul = decode(parameter).indexOf('\0') >= 0;
            } catch (IllegalArgumentException | CharacterCodingException broken) {
                refuse(response, HttpStatus.BAD_REQUEST, name, "tem um % que não se decodifica como UTF-8");
                return;
            }
            if (nul) {
                refuse(response, HttpStatus.UNPROCESSABLE_ENTITY, read, "tem um caractere NUL");
                return;
            }
            if (!names.add(read)) {
                refuse(response, HttpStatus.UNPROCESSABLE_ENTITY, read, "só pode vir uma vez");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String parameter, String why)
            throws IOException {
        Recusa.escrever(
                response,
                status,
                Resposta.erro(
                        null,
                        null,
                        Codigo.DADOS_INVALIDOS,
                        "O endereço não pôde ser lido",
                        List.of(new ErroCampo(parameter, why))));
    }

    /** Strictly: {@link URLDecoder} alone would put a question mark where there is no UTF-8. */
    private static String decode(String encoded) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
