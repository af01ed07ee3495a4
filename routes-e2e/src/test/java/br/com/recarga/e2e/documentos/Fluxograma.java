package br.com.recarga.e2e.documentos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.LoopDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RemoveHeaderDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SagaDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SetBodyDefinition;
import org.apache.camel.model.SetHeaderDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.StopDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.model.WhenDefinition;

/** One route as a flow chart in Mermaid, its steps from the top down. */
final class Fluxograma {

    private final List<String> lines = new ArrayList<>();
    private int nodes;

    private Fluxograma() {}

    /** The lines of a Mermaid block, without its fences. */
    static List<String> de(RouteDefinition route) {
        Fluxograma chart = new Fluxograma();
        chart.lines.add("flowchart TD");
        String from = route.getInput().getEndpointUri();
        String begin = chart.node("([\"%s\"])".formatted(text(Rotulos.endpoint(from))));
        List<Ponta> ends = List.of(new Ponta(begin, null));
        for (ProcessorDefinition<?> step : route.getOutputs()) {
            if (step instanceof OnExceptionDefinition caught) {
                chart.caught(caught, begin);
            } else {
                ends = chart.step(step, ends);
            }
        }
        if (ends.size() > 1 || ends.stream().anyMatch(end -> end.label() != null)) {
            chart.join(ends, "((fim))");
        }
        return chart.lines;
    }

    private List<Ponta> steps(List<ProcessorDefinition<?>> steps, List<Ponta> ends) {
        List<Ponta> last = ends;
        for (ProcessorDefinition<?> step : steps) {
            last = step(step, last);
        }
        return last;
    }

    private List<Ponta> step(ProcessorDefinition<?> step, List<Ponta> before) {
        if (isArrangement(step)) {
            return before;
        }
        if (step instanceof ChoiceDefinition choice) {
            return choice(choice, before);
        }
        if (step instanceof TryDefinition attempt) {
            return attempt(attempt, before);
        }
        if (step instanceof FilterDefinition filter) {
            String node = join(before, "{\"%s\"}".formatted(text(Rotulos.step(step))));
            List<Ponta> after =
                    new ArrayList<>(steps(filter.getOutputs(), List.of(new Ponta(node, condition(filter)))));
            after.add(new Ponta(node, "senão"));
            return after;
        }
        if (step instanceof SplitDefinition || step instanceof LoopDefinition) {
            String node = join(before, "[/\"%s\"/]".formatted(text(Rotulos.step(step))));
            steps(step.getOutputs(), List.of(new Ponta(node, "cada")))
                    .forEach(end -> lines.add("  %s -.-> %s".formatted(end.node(), node)));
            return List.of(new Ponta(node, "depois"));
        }
        if (step instanceof SagaDefinition saga) {
            String node = join(before, "{{\"%s\"}}".formatted(text(Rotulos.step(step))));
            lines.add("  %s -. conclui .-> %s"
                    .formatted(
                            node,
                            node("[[\"%s\"]]"
                                    .formatted(text(Rotulos.endpoint(
                                            saga.getCompletion().getUri()))))));
            lines.add("  %s -. compensa .-> %s"
                    .formatted(
                            node,
                            node("[[\"%s\"]]"
                                    .formatted(text(Rotulos.endpoint(
                                            saga.getCompensation().getUri()))))));
            return steps(saga.getOutputs(), List.of(new Ponta(node, null)));
        }
        String node = join(before, shape(step).formatted(text(Rotulos.step(step))));
        if (step instanceof StopDefinition) {
            return List.of();
        }
        return steps(step.getOutputs(), List.of(new Ponta(node, null)));
    }

    private List<Ponta> choice(ChoiceDefinition choice, List<Ponta> before) {
        String node = join(before, "{\"%s\"}".formatted(text(Rotulos.step(choice))));
        List<Ponta> after = new ArrayList<>();
        for (WhenDefinition when : choice.getWhenClauses()) {
            after.addAll(steps(when.getOutputs(), List.of(new Ponta(node, Rotulos.when(when)))));
        }
        OtherwiseDefinition otherwise = choice.getOtherwise();
        List<Ponta> unless = List.of(new Ponta(node, "senão"));
        after.addAll(otherwise == null ? unless : steps(otherwise.getOutputs(), unless));
        return after;
    }

    private List<Ponta> attempt(TryDefinition attempt, List<Ponta> before) {
        String node = join(before, "{{\"%s\"}}".formatted(text(Rotulos.step(attempt))));
        List<Ponta> after = new ArrayList<>(steps(attempt.getOutputsWithoutCatches(), List.of(new Ponta(node, null))));
        attempt.getCatchClauses()
                .forEach(caught ->
                        after.addAll(steps(caught.getOutputs(), List.of(new Ponta(node, Rotulos.caught(caught))))));
        return after;
    }

    /** Of this route alone; what a route configuration catches is told in words. */
    private void caught(OnExceptionDefinition caught, String begin) {
        if (!caught.isRouteScoped()) {
            return;
        }
        steps(caught.getOutputs(), List.of(new Ponta(begin, Rotulos.caught(caught))));
    }

    /** Steps without an id that only set the message up for the next one. */
    private static boolean isArrangement(ProcessorDefinition<?> step) {
        return !step.hasCustomIdAssigned()
                && (step instanceof SetBodyDefinition
                        || step instanceof SetVariableDefinition
                        || step instanceof SetHeaderDefinition
                        || step instanceof RemoveHeaderDefinition);
    }

    private static String shape(ProcessorDefinition<?> step) {
        if (step instanceof SendDefinition<?> send && Rotulos.is(send.getEndpointUri(), "sql")) {
            return "[(\"%s\")]";
        }
        if (step instanceof SendDefinition<?> send && Rotulos.is(send.getEndpointUri(), "direct")
                || step instanceof ToDynamicDefinition dynamic && Rotulos.is(Rotulos.uri(dynamic), "direct")) {
            return "[[\"%s\"]]";
        }
        if (step instanceof SendDefinition<?> || step instanceof ToDynamicDefinition) {
            return "([\"%s\"])";
        }
        return "[\"%s\"]";
    }

    private static String condition(ExpressionNode node) {
        String condition = Rotulos.condition(node.getExpression());
        return condition.equals(Rotulos.RULE) ? "sim" : condition;
    }

    private String join(List<Ponta> before, String shape) {
        String node = node(shape);
        before.forEach(end -> lines.add(
                end.label() == null
                        ? "  %s --> %s".formatted(end.node(), node)
                        : "  %s -- \"%s\" --> %s".formatted(end.node(), text(end.label()), node)));
        return node;
    }

    private String node(String shape) {
        String id = "n" + ++nodes;
        lines.add("  " + id + shape);
        return id;
    }

    /** As Mermaid takes it between quotes. */
    static String text(String label) {
        return label.lines().collect(Collectors.joining(" ")).replace("\"", "#quot;");
    }

    /** Where the chart goes on, and what is written on the way there. */
    private record Ponta(String node, String label) {}
}
