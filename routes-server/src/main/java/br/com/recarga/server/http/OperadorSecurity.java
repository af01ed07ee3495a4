package br.com.recarga.server.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Papel;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Auditoria;
import br.com.recarga.platform.http.FilterOrder;
import br.com.recarga.platform.http.Recusa;
import br.com.recarga.server.operadores.OperadorSettings;
import br.com.recarga.server.operadores.Operadores;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
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
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
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
 * reservation. An operator who does that does it as an operator, and needs the role of one.
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
                    paths(
                            HttpMethod.GET,
                            "/",
                            "/status",
                            "/pontos",
                            "/pontos/{id}",
                            "/reservas/{id}",
                            "/dados_pessoais"),
                    paths(HttpMethod.GET, "/docs", "/docs/**", "/openapi.json"),
                    // the files of the operator's page, which knows nothing until it is given the credential
                    paths(HttpMethod.GET, "/pagina/**", "/comum/**"),
                    // only for what everybody may read
                    paths(HttpMethod.HEAD, "/", "/status", "/pontos", "/pontos/{id}", "/docs", "/docs/**"),
                    paths(HttpMethod.HEAD, "/pagina/**", "/comum/**"),
                    paths(HttpMethod.POST, "/reservas", "/cancelar_reserva", "/pre_reserva", "/confirmar_reserva"),
                    paths(HttpMethod.PATCH, "/reservas/{id}"),
                    paths(HttpMethod.DELETE, "/reservas/{id}", "/dados_pessoais"))
            .flatMap(List::stream)
            .toList());

    /** What of the rest is not an administrator's. */
    private static final RequestMatcher DO_DIA = new OrRequestMatcher(Stream.of(
                    paths(HttpMethod.PUT, "/pontos/{id}/disponibilidade", "/pontos/{id}/manutencao"),
                    paths(HttpMethod.PUT, "/reservas/{id}/posto"),
                    paths(HttpMethod.POST, "/pontos/{id}/carregamento"),
                    paths(HttpMethod.PUT, "/pontos/{id}/carregamento/{cid}"),
                    paths(HttpMethod.PATCH, "/pontos/{id}/carregamento/{cid}"))
            .flatMap(List::stream)
            .toList());

    /** What a driver may do with a code of his own data, and an operator to everybody's: nobody can take it back. */
    private static final RequestMatcher APAGA = new OrRequestMatcher(paths(HttpMethod.DELETE, "/dados_pessoais"));

    /** Only as requests come in: what the server itself dispatches on, such as to its error page, has passed already. */
    @Bean
    FilterRegistrationBean<FilterChainProxy> operadorFilter(OperadorSettings settings) throws ServletException {
        Operadores operadores = new Operadores(settings);
        if (operadores.ninguem()) {
            LOG.warn("Sem RECARGA_OPERADOR_SENHA ninguém entra como operador");
        }
        AuthenticationEntryPoint entry = (request, response, failure) -> unauthorized(response);
        AuthenticationEntryPoint refused = (request, response, failure) -> {
            Auditoria.entradaRecusada(request, operadores::conhece);
            unauthorized(response);
        };
        AccessDeniedHandler denied = (request, response, failure) -> forbidden(request, response);
        RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
        BasicAuthenticationFilter basic = new BasicAuthenticationFilter(accounts(operadores), refused);
        basic.setSecurityContextRepository(contexts);
        ExceptionTranslationFilter translation = new ExceptionTranslationFilter(entry, new NullRequestCache());
        translation.setAccessDeniedHandler(denied);
        SecurityContextHolderAwareRequestFilter principal = new SecurityContextHolderAwareRequestFilter();
        principal.afterPropertiesSet();
        var filter = new FilterRegistrationBean<>(new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new SecurityContextHolderFilter(contexts),
                basic,
                principal,
                OperadorSecurity::audited,
                new AnonymousAuthenticationFilter("recarga"),
                translation,
                new AuthorizationFilter((who, request) -> new AuthorizationDecision(may(who.get(), request))))));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(FilterOrder.CREDENTIAL);
        return filter;
    }

    private static AuthenticationManager accounts(Operadores operadores) {
        return request -> operadores
                .conferir(request.getName(), String.valueOf(request.getCredentials()))
                .map(papel -> UsernamePasswordAuthenticationToken.authenticated(
                        request.getName(), null, List.of(new SimpleGrantedAuthority(papel.name()))))
                .orElseThrow(() -> new BadCredentialsException("wrong user or password"));
    }

    private static boolean may(Authentication who, HttpServletRequest request) {
        if (writesFromAnotherOrigin(request)) {
            return false;
        }
        Optional<Papel> papel = papel(who);
        if (ABERTO.matches(request) && (papel.isEmpty() || reads(request))) {
            return true;
        }
        return papel.filter(has -> has.basta(needed(request))).isPresent();
    }

    /** What is not said to be another's is an administrator's. */
    private static Papel needed(HttpServletRequest request) {
        if (reads(request)) {
            return Papel.VER;
        }
        boolean daily = DO_DIA.matches(request) || ABERTO.matches(request) && !APAGA.matches(request);
        return daily ? Papel.OPERAR : Papel.ADMINISTRAR;
    }

    /** Empty for whoever has not come in. */
    static Optional<Papel> papel(Principal who) {
        return who instanceof UsernamePasswordAuthenticationToken operador
                ? operador.getAuthorities().stream()
                        .map(authority -> Papel.valueOf(authority.getAuthority()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean reads(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    /** A browser that has been given the password once sends it along with whatever any page makes it send. */
    private static boolean writesFromAnotherOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && !reads(request)
                && !origin.replaceFirst("^https?://", "").equals(request.getHeader(HttpHeaders.HOST));
    }

    private static void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"operador\", charset=\"UTF-8\"");
        refuse(response, HttpStatus.UNAUTHORIZED, "Não autorizado");
    }

    private static void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Papel> papel = writesFromAnotherOrigin(request)
                ? Optional.empty()
                : papel(SecurityContextHolder.getContext().getAuthentication());
        String why = papel.map(has -> "Seu papel, %s, não permite isto: é preciso %s"
                        .formatted(has.nome(), needed(request).nome()))
                .orElse("Não autorizado");
        refuse(response, HttpStatus.FORBIDDEN, why);
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        Recusa.escrever(response, status, Resposta.erro(null, null, Codigo.NAO_AUTORIZADO, why));
    }

    /** What somebody changes, or wants to. */
    private static void audited(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Principal who = http.getUserPrincipal();
        chain.doFilter(request, response);
        if (who != null && !reads(http)) {
            Auditoria.ato(http, (HttpServletResponse) response, who.getName());
        }
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
