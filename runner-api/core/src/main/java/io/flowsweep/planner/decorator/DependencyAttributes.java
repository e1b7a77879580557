package io.flowsweep.planner.decorator;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Dependencies;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.config.ConfigField;
import io.flowsweep.planner.definition.FlowDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates {@code @Dependencies} against the configs. Works on the texts of the decorator, so that it serves a class and a
 * syntax tree alike.
 */
public final class DependencyAttributes {

    /** FlowSweep's own charts. */
    public static final String PLOTS = "flowsweep:plots";

    /** A flow that has it as the type of a config gets the host's. */
    static final String CONFIG_LIBRARY = "com.typesafe:config";

    private static final Pattern COORDINATES = Pattern.compile("[^\\s:]+(:[^\\s:]+){2,4}");
    private static final Pattern EXCLUSION = Pattern.compile("[^\\s:]+:[^\\s:]+");
    private static final String FORM = "Write group:artifact:version, for example org.h2database:h2:2.4.240.";
    private static final String QUOTED =
            "Write the group and the artifact as one key, in quotes: \"org.duckdb:duckdb_jdbc\" = \"1.4.2.0\".";

    private final DeployScope scope;
    private final Path folder;
    private final String where;
    private final Map<String, String> packages = new LinkedHashMap<>();
    private final List<String> exclusions = new ArrayList<>();
    private final List<String> repositories = new ArrayList<>();
    private final List<String> jars = new ArrayList<>();

    private DependencyAttributes(DeployScope scope, Path folder, String where) {
        this.scope = scope;
        this.folder = folder;
        this.where = where;
    }

    /**
     * The texts of one decorator.
     *
     * @param where the decorator, for errors
     */
    public record Texts(
            List<String> value, List<String> exclusions, List<String> repositories, List<String> jars, String where) {

        /** Every text. */
        Stream<String> all() {
            return Stream.of(value, exclusions, repositories, jars).flatMap(List::stream);
        }

        static Texts of(Dependencies decorator, String where) {
            return new Texts(
                    List.of(decorator.value()),
                    List.of(decorator.exclusions()),
                    List.of(decorator.repositories()),
                    List.of(decorator.jars()),
                    where + " @Dependencies");
        }
    }

    /** The libraries of the class; nothing when problems were added. */
    public static Optional<DependencyPlan> ofClass(
            FlowDefinition flow, DeployScope scope, Path folder, List<Problem> problems) {
        return flow.annotation(Dependencies.class)
                .flatMap(d -> attempt(Texts.of(d, flow.name()), scope, folder, problems))
                .map(set -> sharesConfig(flow) ? set.without(CONFIG_LIBRARY) : set);
    }

    /** Whether flow and host must have the configuration library in common. */
    private static boolean sharesConfig(FlowDefinition flow) {
        return flow.configs().stream().map(ConfigField::new).anyMatch(ConfigField::isLibraryConfig);
    }

    /** The libraries of a step when it asks for its own. */
    public static Optional<DependencyPlan> ofStep(
            FlowDefinition flow,
            FlowDefinition.StepMethod step,
            Optional<DependencyPlan> ofClass,
            DeployScope scope,
            Path folder,
            List<Problem> problems) {
        return Optional.ofNullable(step.method().getAnnotation(Dependencies.class))
                .flatMap(d -> attempt(Texts.of(d, step.where()), scope, folder, problems))
                .map(own -> ofClass.orElse(DependencyPlan.NONE).with(own))
                .map(set -> sharesConfig(flow) ? set.without(CONFIG_LIBRARY) : set)
                .filter(set -> !set.equals(ofClass.orElse(DependencyPlan.NONE)));
    }

    private static Optional<DependencyPlan> attempt(
            Texts texts, DeployScope scope, Path folder, List<Problem> problems) {
        try {
            return Optional.of(of(texts, scope, folder)).filter(set -> !set.isEmpty());
        } catch (InvalidInputException e) {
            e.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
            return Optional.empty();
        }
    }

    /**
     * What a decorator asks for.
     *
     * @param folder where the names of local jars start
     * @throws InvalidInputException when a reference finds nothing, or something is no coordinates
     */
    static DependencyPlan of(Texts texts, DeployScope scope, Path folder) {
        DependencyAttributes read = new DependencyAttributes(scope, folder, texts.where());
        read.each(texts.value(), read::addPackages);
        read.each(texts.exclusions(), read::addExclusion);
        read.each(texts.repositories(), read::addRepository);
        read.each(texts.jars(), read::addJar);
        return new DependencyPlan(
                List.copyOf(read.packages.values()), read.exclusions, read.repositories, read.jars, List.of());
    }

    /** Takes every item that says something; a reference alone may stand for a list. */
    private void each(Object values, Consumer<Object> add) {
        if (values instanceof List<?> list) {
            list.forEach(item -> each(item, add));
        } else if (values instanceof String text && DeployScope.refers(text)) {
            each(scope.expand(text, where), add);
        } else if (values != null && !(values instanceof String text && text.isBlank())) {
            add.accept(values);
        }
    }

    private void addPackages(Object value) {
        if (value instanceof Map<?, ?> map) {
            addMap(map);
        } else {
            addPackage(PlainValues.text(value).strip());
        }
    }

    private void addMap(Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = (String) entry.getKey();
            Object value = entry.getValue();
            switch (key) {
                case "packages" -> each(value, this::addPackages);
                case "exclusions" -> each(value, this::addExclusion);
                case "repositories" -> addRepositories(value);
                case "jars" -> each(value, this::addJar);
                default -> addVersion(key, value);
            }
        }
    }

    private void addVersion(String library, Object version) {
        if (version instanceof Map<?, ?> || library.indexOf(':') < 0 && !library.equals(PLOTS)) {
            throw refused("\"" + library + "\" is no package: its key lacks the colon, or is not in quotes", QUOTED);
        }
        if (version != null && !PlainValues.text(version).isBlank()) {
            addPackage(library + ":" + PlainValues.text(version).strip());
        }
    }

    private void addPackage(String coordinates) {
        if (!COORDINATES.matcher(coordinates).matches() && !coordinates.equals(PLOTS)) {
            throw refused("\"" + coordinates + "\" is no package", FORM);
        }
        packages.put(coordinates.equals(PLOTS) ? PLOTS : DependencyPlan.library(coordinates), coordinates);
    }

    private void addExclusion(Object value) {
        String text = PlainValues.text(value).strip();
        if (!EXCLUSION.matcher(text).matches()) {
            throw refused("the exclusion \"" + text + "\" is no group:artifact", "* stands for any: org.slf4j:*");
        }
        exclusions.add(text);
    }

    private void addRepositories(Object value) {
        if (value instanceof Map<?, ?> byId) {
            byId.forEach((id, url) -> addRepository(id + "=" + PlainValues.text(url)));
        } else {
            each(value, this::addRepository);
        }
    }

    private void addRepository(Object value) {
        String text = PlainValues.text(value).strip();
        int equals = text.indexOf('=');
        int colon = text.indexOf(':');
        boolean named = equals > 0 && equals < colon;
        String url = named ? text.substring(equals + 1) : text;
        if (!url.matches("(https?|file):/.*")) {
            throw refused("the repository \"" + text + "\" is no URL", "Write ID=https://host/path.");
        }
        if (url.matches("[^/]+//[^/]*@.*")) {
            throw refused(
                    "the address of a repository holds a password",
                    "Put it into <servers> of ~/.m2/settings.xml, by the ID.");
        }
        repositories.add(named ? text : url.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "") + "=" + url);
    }

    private void addJar(Object value) {
        jars.add(folder.resolve(PlainValues.text(value).strip()).normalize().toString());
    }

    private InvalidInputException refused(String what, String cure) {
        return new InvalidInputException(what, where, cure);
    }
}
