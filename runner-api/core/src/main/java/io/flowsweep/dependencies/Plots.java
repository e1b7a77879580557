package io.flowsweep.dependencies;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.planner.decorator.DependencyAttributes;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code flowsweep:plots}: this program's own charts. They are in no repository, so their jar is taken from the class path of
 * this program; the libraries they need, which a resource of theirs lists, come from repositories like any others.
 */
final class Plots {

    private static final String LIST = "META-INF/flowsweep/plots-dependencies.txt";

    private Plots() {}

    /**
     * The set with what the charts need in their place.
     *
     * @param jars is given the charts themselves
     */
    static DependencyPlan expand(DependencyPlan set, List<LockedJar> jars, Store store) {
        if (!set.packages().contains(DependencyAttributes.PLOTS)) {
            return set;
        }
        URL list = Plots.class.getClassLoader().getResource(LIST);
        if (list == null) {
            throw new UnresolvableDependenciesException(
                    DependencyAttributes.PLOTS
                            + " is asked for, but the charts are not on the class path of this program",
                    "@Dependencies",
                    "Add io.flowsweep:plots to it.");
        }
        jars.add(LocalJar.keep("flowsweep-plots.jar", CompiledPlace.content(place(list)), store));
        List<String> packages = new ArrayList<>();
        for (String each : set.packages()) {
            if (each.equals(DependencyAttributes.PLOTS)) {
                packages.addAll(lines(list));
            } else {
                packages.add(each);
            }
        }
        return new DependencyPlan(packages, set.exclusions(), set.repositories(), set.jars(), List.of());
    }

    private static List<String> lines(URL list) {
        try (InputStream in = list.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or the folder that holds the list. */
    private static Path place(URL list) {
        String text = list.toString();
        String place = text.startsWith("jar:")
                ? text.substring("jar:".length(), text.indexOf("!/"))
                : text.substring(0, text.length() - LIST.length());
        try {
            return Path.of(new URI(place));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
