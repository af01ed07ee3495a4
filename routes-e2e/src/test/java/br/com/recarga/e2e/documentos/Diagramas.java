package br.com.recarga.e2e.documentos;

import br.com.recarga.e2e.documentos.Ligacoes.Ligacao;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/** The routes of one context in Markdown: who calls whom, what each does, and some of them step by step. */
final class Diagramas {

    private final Ligacoes ligacoes;
    private final List<String> lines = new ArrayList<>();

    Diagramas(ModelCamelContext camel) {
        ligacoes = new Ligacoes(camel);
    }

    /**
     * What comes in by these schemes, and where it goes from there.
     *
     * @param depth how many routes are followed, one after the other
     */
    Diagramas visaoGeral(String titulo, int depth, String... schemes) {
        lines.addAll(List.of("### " + titulo, "", "```mermaid", "flowchart LR"));
        Map<String, String> nodes = new LinkedHashMap<>();
        Set<String> edges = new LinkedHashSet<>();
        for (RouteDefinition route : ligacoes.routes().values()) {
            String uri = route.getInput().getEndpointUri();
            if (Rotulos.is(uri, schemes)) {
                String in = endpoint(nodes, uri);
                if (Rotulos.is(uri, "rest")) {
                    // a path by itself: its route only leads on
                    ligacoes.from(route).forEach(link -> edges.add(edge(nodes, edges, in, link, depth)));
                } else {
                    edges.add("  %s --> %s".formatted(in, route(nodes, edges, route, depth)));
                }
            }
        }
        nodes.values().forEach(lines::add);
        lines.addAll(edges);
        lines.addAll(List.of("```", ""));
        return this;
    }

    /** What every route does, by its own description. */
    Diagramas tabela() {
        lines.addAll(List.of("### Todas as rotas", "", "| rota | entra por | o que faz |", "|---|---|---|"));
        ligacoes.routes().values().stream()
                .filter(route -> !Rotulos.is(route.getInput().getEndpointUri(), "rest"))
                .forEach(route -> lines.add("| `%s` | `%s` | %s |"
                        .formatted(
                                route.getRouteId(),
                                Rotulos.endpoint(route.getInput().getEndpointUri()),
                                route.getDescription() == null
                                        ? ""
                                        : route.getDescription().replace("|", "\\|"))));
        lines.add("");
        return this;
    }

    /** These routes step by step. */
    Diagramas passoAPasso(String... routeIds) {
        for (String id : routeIds) {
            RouteDefinition route = ligacoes.routes().get(id);
            lines.addAll(List.of("### `" + id + "`", "", route.getDescription() + ".", "", "```mermaid"));
            lines.addAll(Fluxograma.de(route));
            lines.addAll(List.of("```", ""));
        }
        return this;
    }

    List<String> lines() {
        return lines;
    }

    /** The node of a route, with all that it leads to. */
    private String route(Map<String, String> nodes, Set<String> edges, RouteDefinition route, int depth) {
        String node = "r_" + route.getRouteId().replace('-', '_');
        if (nodes.putIfAbsent(node, "  %s[\"%s\"]".formatted(node, route.getRouteId())) == null && depth > 1) {
            for (Ligacao link : ligacoes.from(route)) {
                if (!Rotulos.is(link.uri(), "sql", "log", "bean-validator")) {
                    edges.add(edge(nodes, edges, node, link, depth - 1));
                }
            }
        }
        return node;
    }

    private String edge(Map<String, String> nodes, Set<String> edges, String from, Ligacao link, int depth) {
        RouteDefinition taker = ligacoes.taker(link.uri());
        String to = taker == null ? endpoint(nodes, link.uri()) : route(nodes, edges, taker, depth);
        return "  " + from + link.tipo().seta() + to;
    }

    private static String endpoint(Map<String, String> nodes, String uri) {
        String node = "e_" + Rotulos.plain(uri).replaceAll("[^A-Za-z0-9]", "_");
        nodes.putIfAbsent(node, "  %s([\"%s\"])".formatted(node, Fluxograma.text(Rotulos.endpoint(uri))));
        return node;
    }
}
