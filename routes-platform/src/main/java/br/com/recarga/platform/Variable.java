package br.com.recarga.platform;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.Builder;
import org.apache.camel.builder.ValueBuilder;

/**
 * The key of a variable of an exchange: what it holds is of one type, and its name begins with that of the class that owns it,
 * so that no two routes take the same one by chance.
 *
 * @param <T> what the variable holds
 */
public final class Variable<T> {

    private final String name;
    private final Class<?> type;

    private Variable(Class<?> owner, String name, Class<?> type) {
        this.name = owner.getSimpleName() + "-" + name;
        this.type = type;
    }

    /**
     * @param owner the class that this key is a constant of
     * @param name of the variable, among those of the owner
     * @param type of what it holds
     */
    public static <T> Variable<T> of(Class<?> owner, String name, Class<T> type) {
        return new Variable<>(owner, name, type);
    }

    /** The key of a list, as a statement leaves its rows; otherwise as {@link #of}. */
    public static <E> Variable<List<E>> listOf(Class<?> owner, String name, Class<E> element) {
        return new Variable<>(owner, name, List.class);
    }

    /** The key of a statement's parameters, by name; otherwise as {@link #of}. */
    public static Variable<Map<String, Object>> parametersOf(Class<?> owner, String name) {
        return new Variable<>(owner, name, Map.class);
    }

    /** As Camel and its languages call the variable. */
    public String name() {
        return name;
    }

    /** The variable in an expression or a predicate of a route. */
    public ValueBuilder value() {
        return Builder.variable(name);
    }

    /** What the variable holds; null, if it was not set. */
    @SuppressWarnings("unchecked") // only set() and the route of this key write it
    public T get(Exchange exchange) {
        return (T) exchange.getVariable(name, type);
    }

    /** What the variable holds, or this value, if it was not set. */
    public T get(Exchange exchange, T otherwise) {
        T value = get(exchange);
        return value == null ? otherwise : value;
    }

    public void set(Exchange exchange, T value) {
        exchange.setVariable(name, value);
    }

    @Override
    public String toString() {
        return name;
    }
}
