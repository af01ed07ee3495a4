package br.com.recarga.e2e.documentos;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SagaDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** The routes of one context, and how endpoints connect them. */
final class Ligacoes {

    private static final String DIRECT = "direct:";

    private final Map<String, RouteDefinition> routes;

    Ligacoes(ModelCamelContext camel) {
        routes = camel.getRouteDefinitions().stream()
                .collect(Collectors.toMap(RouteDefinition::getRouteId, route -> route, (a, b) -> a, TreeMap::new));
    }

    /** By id. */
    Map<String, RouteDefinition> routes() {
        return routes;
    }

    /** Where a route sends to, once each, in the order of the route. */
    Set<Ligacao> from(RouteDefinition route) {
        return steps(route).flatMap(this::links).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The route that takes what is sent to this endpoint; null if none does. */
    RouteDefinition taker(String uri) {
        return routes.values().stream()
                .filter(route ->
                        Rotulos.plain(route.getInput().getEndpointUri()).equals(uri))
                .findFirst()
                .orElse(null);
    }

    private Stream<Ligacao> links(ProcessorDefinition<?> step) {
        if (step instanceof ToDynamicDefinition dynamic) {
            String uri = Rotulos.plain(Rotulos.uri(dynamic));
            return uri.startsWith(DIRECT + "${variable.")
                    ? namedIn(uri.substring(uri.indexOf('.') + 1, uri.length() - 1))
                    : Stream.of(new Ligacao(uri, Ligacao.Tipo.DINAMICA));
        }
        if (step instanceof SendDefinition<?> send) {
            return Stream.of(new Ligacao(Rotulos.plain(send.getEndpointUri()), Ligacao.Tipo.CHAMADA));
        }
        if (step instanceof SagaDefinition saga) {
            return Stream.of(
                    new Ligacao(Rotulos.plain(saga.getCompletion().getUri()), Ligacao.Tipo.CONCLUSAO),
                    new Ligacao(Rotulos.plain(saga.getCompensation().getUri()), Ligacao.Tipo.COMPENSACAO));
        }
        return Stream.empty();
    }

    /** Every route whose name some route puts into this variable, to be called by it. */
    private Stream<Ligacao> namedIn(String variable) {
        return routes.values().stream()
                .flatMap(Ligacoes::steps)
                .filter(step -> step instanceof SetVariableDefinition set
                        && set.getName().equals(variable))
                .map(step ->
                        DIRECT + ((SetVariableDefinition) step).getExpression().getExpression())
                .filter(uri -> taker(uri) != null)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(uri -> new Ligacao(uri, Ligacao.Tipo.DINAMICA));
    }

    /** All steps of a route, however deep. */
    static Stream<ProcessorDefinition<?>> steps(ProcessorDefinition<?> parent) {
        List<ProcessorDefinition<?>> outputs = parent.getOutputs();
        return outputs.stream().flatMap(step -> Stream.concat(Stream.of(step), steps(step)));
    }

    /** That one route sends to an endpoint. */
    record Ligacao(String uri, Tipo tipo) {

        enum Tipo {
            CHAMADA(" --> "),
            DINAMICA(" -.-> "),
            CONCLUSAO(" -. conclui .-> "),
            COMPENSACAO(" -. compensa .-> ");

            private final String seta;

            Tipo(String seta) {
                this.seta = seta;
            }

            /** In Mermaid. */
            String seta() {
                return seta;
            }
        }
    }
}
