package br.com.recarga.platform.management;

import br.com.recarga.platform.http.Auditoria;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Guards the management port. It lives in the management port's own application context, so the port of the application
 * has no security filter at all.
 *
 * <p>Jolokia can stop routes, by GET and by a form of another site too, with the password that the browser keeps for
 * Hawtio. So beside the password a request has to come from the console's own origin, and to operate by POST. What else
 * it may do than to read is said in {@code jolokia-access.xml}.
 */
@ManagementContextConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(ManagementSettings.class)
public class ManagementSecurity {

    private static final RequestMatcher HEALTH =
            paths("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

    /** Hawtio's own way to other processes, which would reach every port of this machine. */
    private static final RequestMatcher PROXY = paths("/actuator/hawtio/proxy/**");

    private static final RequestMatcher JOLOKIA = paths("/actuator/jolokia/**", "/actuator/hawtio/jolokia/**");

    /** As Boot's own, which is before Hawtio's filters. */
    static final int BEFORE_HAWTIO = -100;

    @Bean
    SecurityFilterChain managementFilterChain(
            HttpSecurity http, AuthenticationManager accounts, ManagementSettings settings) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(ManagementSecurity::fromAnotherOrigin)
                        .denyAll()
                        .requestMatchers(PROXY)
                        .denyAll()
                        .requestMatchers(new AndRequestMatcher(JOLOKIA, ManagementSecurity::operatesWithoutPost))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .authenticationManager(accounts)
                // for JolokiaAudit: with who has come in
                .addFilterAfter(new RequestContextFilter(), AuthorizationFilter.class)
                // beside those that Spring Security and Hawtio have anyway
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .httpBasic(basic -> basic.authenticationEntryPoint(entry(settings.usuario()::equals)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no session and no cookie to forge with; the origin is checked above
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Whoever gives no password is only asked for one: that is how a browser begins. */
    private static AuthenticationEntryPoint entry(Predicate<String> known) {
        BasicAuthenticationEntryPoint entry = new BasicAuthenticationEntryPoint();
        entry.setRealmName("gestao");
        return (request, response, failure) -> {
            if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
                Auditoria.entradaRecusada(request, known);
            }
            entry.commence(request, response, failure);
        };
    }

    /** One account, compared in constant time and without hashing: Hawtio asks several times a second. */
    @Bean
    AuthenticationManager managementAccounts(ManagementSettings settings) {
        byte[] expected = credentials(settings.usuario(), settings.senha());
        return request -> {
            byte[] given = credentials(request.getName(), String.valueOf(request.getCredentials()));
            if (settings.senha().isBlank() || !MessageDigest.isEqual(expected, given)) {
                throw new BadCredentialsException("wrong user or password");
            }
            return UsernamePasswordAuthenticationToken.authenticated(request.getName(), null, List.of());
        };
    }

    @Bean
    DelegatingFilterProxyRegistrationBean managementFilterOrder() {
        var filter = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filter.setOrder(BEFORE_HAWTIO);
        return filter;
    }

    private static byte[] credentials(String user, String password) {
        return (user + '\0' + password).getBytes(StandardCharsets.UTF_8);
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    private static boolean fromAnotherOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.replaceFirst("^https?://", "").equals(request.getHeader(HttpHeaders.HOST));
    }

    /** The console itself makes one bare GET, to see whether Jolokia is there. */
    private static boolean operatesWithoutPost(HttpServletRequest request) {
        boolean bare =
                request.getQueryString() == null && request.getRequestURI().matches(".*/jolokia/?");
        return !request.getMethod().equals("POST") && !bare;
    }
}
