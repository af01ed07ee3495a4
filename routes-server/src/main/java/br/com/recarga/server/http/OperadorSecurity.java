package br.com.recarga.server.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.FilterOrder;
import br.com.recarga.platform.http.Recusa;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may do what over HTTP. Closed by default: open is what everybody may read, and what a driver may do with the code of a
 * reservation.
 *
 * <p>The chain of filters is put together here, and is no bean: the management port's context would find a bean of its
 * parent and guard itself with it too. It also starts faster than what {@code @EnableWebSecurity} would bring.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperadorSettings.class)
class OperadorSecurity {

    private static final Logger LOG = LoggerFactory.getLogger(OperadorSecurity.class);

    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

    private static final RequestMatcher ABERTO = new OrRequestMatcher(Stream.of(
                    paths(HttpMethod.GET, "/", "/status", "/pontos", "/pontos/{id}", "/reservas/{id}"),
                    paths(HttpMethod.GET, "/docs", "/docs/**", "/openapi.json"),
                    // the files of the operator's page, which knows nothing until it is given the credential
                    paths(HttpMethod.GET, "/pagina/**", "/comum/**"),
                    // only for what everybody may read
                    paths(HttpMethod.HEAD, "/", "/status", "/pontos", "/pontos/{id}", "/docs", "/docs/**"),
                    paths(HttpMethod.HEAD, "/pagina/**", "/comum/**"),
                    paths(HttpMethod.POST, "/reservas", "/cancelar_reserva", "/pre_reserva", "/confirmar_reserva"),
                    paths(HttpMethod.PATCH, "/reservas/{id}"),
                    paths(HttpMethod.DELETE, "/reservas/{id}"))
            .flatMap(List::stream)
            .toList());

    /** Only as requests come in: what the server itself dispatches on, such as to its error page, has passed already. */
    @Bean
    FilterRegistrationBean<FilterChainProxy> operadorFilter(OperadorSettings settings) throws ServletException {
        if (settings.senha().isBlank()) {
            LOG.warn("Sem RECARGA_OPERADOR_SENHA ninguém entra como operador");
        }
        AuthenticationEntryPoint entry = (request, response, failure) -> unauthorized(response);
        AccessDeniedHandler denied = (request, response, failure) -> refuse(response, HttpStatus.FORBIDDEN);
        RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
        BasicAuthenticationFilter basic = new BasicAuthenticationFilter(accounts(settings), entry);
        basic.setSecurityContextRepository(contexts);
        ExceptionTranslationFilter translation = new ExceptionTranslationFilter(entry, new NullRequestCache());
        translation.setAccessDeniedHandler(denied);
        SecurityContextHolderAwareRequestFilter principal = new SecurityContextHolderAwareRequestFilter();
        principal.afterPropertiesSet();
        var authorization = RequestMatcherDelegatingAuthorizationManager.builder()
                .add(OperadorSecurity::writesFromAnotherOrigin, (who, what) -> new AuthorizationDecision(false))
                .add(ABERTO, (who, what) -> new AuthorizationDecision(true))
                .add(AnyRequestMatcher.INSTANCE, AuthenticatedAuthorizationManager.authenticated())
                .build();
        var filter = new FilterRegistrationBean<>(new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new SecurityContextHolderFilter(contexts),
                basic,
                principal,
                new AnonymousAuthenticationFilter("recarga"),
                translation,
                new AuthorizationFilter(authorization))));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(FilterOrder.CREDENTIAL);
        return filter;
    }

    /** One account, compared in constant time. */
    private static AuthenticationManager accounts(OperadorSettings settings) {
        byte[] expected = credentials(settings.usuario(), settings.senha());
        return request -> {
            byte[] given = credentials(request.getName(), String.valueOf(request.getCredentials()));
            if (settings.senha().isBlank() || !MessageDigest.isEqual(expected, given)) {
                throw new BadCredentialsException("wrong user or password");
            }
            return UsernamePasswordAuthenticationToken.authenticated(request.getName(), null, List.of());
        };
    }

    private static byte[] credentials(String user, String password) {
        return (user + '\0' + password).getBytes(StandardCharsets.UTF_8);
    }

    /** A browser that has been given the password once sends it along with whatever any page makes it send. */
    private static boolean writesFromAnotherOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && !READS.contains(request.getMethod())
                && !origin.replaceFirst("^https?://", "").equals(request.getHeader(HttpHeaders.HOST));
    }

    private static void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"operador\", charset=\"UTF-8\"");
        refuse(response, HttpStatus.UNAUTHORIZED);
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        Recusa.escrever(response, status, Resposta.erro(null, null, Codigo.NAO_AUTORIZADO, "Não autorizado"));
    }

    /** With a slash at the end too, as the original's peers write them. */
    private static List<RequestMatcher> paths(HttpMethod method, String... patterns) {
        return Stream.of(patterns)
                .flatMap(path ->
                        path.endsWith("/") || path.endsWith("*") ? Stream.of(path) : Stream.of(path, path + "/"))
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(method, path))
                .toList();
    }
}
