package br.com.recarga.platform.http;

import org.apache.camel.builder.RouteBuilder;

/** What the {@code rest()} of all routes has in common. */
public final class RestApi extends RouteBuilder {

    /** Before every route that uses it. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public void configure() {
        restConfiguration()
                .component("platform-http")
                // inlined, a route loses its description, and two paths could not lead to one route
                .inlineRoutes(false);
    }
}
