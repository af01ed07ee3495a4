package br.com.recarga.platform.http;

import org.apache.camel.builder.RouteBuilder;

/** What the {@code rest()} of all routes has in common, and the document that describes them. */
public final class RestApi extends RouteBuilder {

    private final String title;

    public RestApi(String title) {
        this.title = title;
    }

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
                .inlineRoutes(false)
                // the document names the address by which its reader came, also behind a proxy or a port mapping
                .useXForwardHeaders(true)
                .apiContextPath("/openapi.json")
                .apiContextRouteId("openapi")
                .apiProperty("api.title", title)
                .apiProperty("api.version", "1.0");
    }
}
