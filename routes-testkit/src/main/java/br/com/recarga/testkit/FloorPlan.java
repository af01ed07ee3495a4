package br.com.recarga.testkit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;

/**
 * Which part of a module may lean on which, read from its compiled classes by the JDK's own {@code jdeps}: that sees, as a
 * look at calls and fields does not, who names a constant of another class, and that is how routes name each other. Each
 * module has a test of that name, which names a class of its root package and says what holds there.
 *
 * <p>A rule that is broken names the classes that break it. Packages are named as below the root: {@code http} is that of
 * {@code br.com.recarga.server.http} and all below it, and the empty string is the whole module.
 */
public final class FloorPlan {

    private static final Pattern USE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+).*");

    private final String root;
    private final ClassLoader loader;
    /** Names of classes, by that of the class of the module that uses them. */
    private final Map<String, Set<String>> uses = new TreeMap<>();

    private FloorPlan(Class<?> inRoot) {
        this.root = inRoot.getPackageName();
        this.loader = inRoot.getClassLoader();
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        ToolProvider.findFirst("jdeps")
                .orElseThrow(() -> new IllegalStateException("a JDK has jdeps, and this is none"))
                .run(printer, printer, "-verbose:class", "-filter:none", classes(inRoot));
        out.toString().lines().map(USE::matcher).filter(Matcher::matches).forEach(this::note);
        if (uses.isEmpty()) {
            throw new IllegalStateException("jdeps found no classes of " + root + ": " + out);
        }
    }

    /** @param inRoot a class of the module's root package; the plan is of all classes below it in the same folder or jar */
    public static FloorPlan of(Class<?> inRoot) {
        return new FloorPlan(inRoot);
    }

    /** @throws AssertionError if packages lean on each other, however long the way round is; the thinnest arrows come first */
    public void hasNoCycles() {
        Map<String, Set<String>> packages = new TreeMap<>();
        uses.forEach((user, used) -> used.stream()
                .filter(this::isOurs)
                .forEach(other -> packages.computeIfAbsent(packageOf(user), name -> new TreeSet<>())
                        .add(packageOf(other))));
        Map<String, List<String>> arrows = broken((user, used) -> isOurs(used)
                        && !packageOf(user).equals(packageOf(used))
                        && ahead(packageOf(used), packages, new HashSet<>()).contains(packageOf(user)))
                .collect(groupingBy(
                        use -> packageOf(use.user()) + " -> " + packageOf(use.used()),
                        TreeMap::new,
                        mapping(Use::toString, toList())));
        assertThat(arrows.entrySet().stream()
                        .sorted(comparing(arrow -> arrow.getValue().size()))
                        .map(arrow -> "%s: %d, as %s"
                                .formatted(
                                        arrow.getKey(),
                                        arrow.getValue().size(),
                                        arrow.getValue().get(0))))
                .as("arrows that close a circle of packages in %s", root)
                .isEmpty();
    }

    /**
     * @param doors packages to which only what is outside of the module opens, each for itself
     * @throws AssertionError if another package of the module uses one of them
     */
    public void nobodyUses(String... doors) {
        assertThat(broken((user, used) -> Arrays.stream(doors).anyMatch(door -> isIn(used, door) && !isIn(user, door))))
                .as("uses of the doors of %s from within", root)
                .isEmpty();
    }

    /**
     * That logic can be read, and run, without Camel. What is a route or another part of Camel itself, as a processor is, and
     * a configuration may know it.
     *
     * @param but packages in which others may, too: doors, where a step is at home
     * @throws AssertionError if another class does
     */
    public void servicesKnowNoCamel(String... but) {
        assertThat(broken((user, used) -> used.startsWith("org.apache.camel.")
                        && Arrays.stream(but).noneMatch(door -> isIn(user, door))
                        && !isOfCamel(outermost(user))))
                .as("services of %s that know Camel", root)
                .isEmpty();
    }

    /**
     * @param others beginnings of the names of packages that the module may know besides its own and those of Java itself
     * @throws AssertionError if it knows more
     */
    public void knowsOnly(String... others) {
        assertThat(broken((user, used) -> !isOurs(used)
                        && !used.startsWith("java.")
                        && Arrays.stream(others).noneMatch(used::startsWith)))
                .as("what %s should not know", root)
                .isEmpty();
    }

    private void note(Matcher use) {
        if (isOurs(use.group(1))) {
            uses.computeIfAbsent(use.group(1), name -> new TreeSet<>()).add(use.group(2));
        }
    }

    private Stream<Use> broken(BiPredicate<String, String> rule) {
        return uses.entrySet().stream()
                .flatMap(user -> user.getValue().stream().map(used -> new Use(user.getKey(), used)))
                .filter(use -> rule.test(use.user(), use.used()));
    }

    /** @return what lies ahead of a package, however far, added to what was known of it */
    private static Set<String> ahead(String here, Map<String, Set<String>> packages, Set<String> known) {
        packages.getOrDefault(here, Set.of()).stream().filter(known::add).forEach(next -> ahead(next, packages, known));
        return known;
    }

    private boolean isOurs(String name) {
        return name.startsWith(root + ".");
    }

    private boolean isIn(String name, String room) {
        return name.startsWith(room.isEmpty() ? root + "." : root + "." + room + ".");
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private Class<?> outermost(String name) {
        try {
            int nested = name.indexOf('$');
            return Class.forName(nested < 0 ? name : name.substring(0, nested), false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfCamel(Class<?> type) {
        Predicate<Class<?>> camels = above -> above.getName().startsWith("org.apache.camel.") || isOfCamel(above);
        return type.isAnnotationPresent(Configuration.class)
                || Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
                        .anyMatch(camels);
    }

    private static String classes(Class<?> inRoot) {
        try {
            return Path.of(inRoot.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Use(String user, String used) {
        @Override
        public String toString() {
            return user + " -> " + used;
        }
    }
}
