package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.sampling.Distribution;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Geomspace;
import io.flowsweep.sweep.space.domain.Group;
import io.flowsweep.sweep.space.domain.Linspace;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An axis made in code, before it has its values.
 *
 * <pre>{@code
 * Space.product(axis("lr").geomspace(1e-4, 1e-1, 4), axis("params.seconds").values(1, 5))
 * }</pre>
 */
public final class AxisBuilder {

    private final String path;
    private final String name;

    private AxisBuilder(String path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Begins an axis.
     *
     * @param path of the config, unless it begins with one of {@link Axis#ROOTS}
     * @throws io.flowsweep.errors.InvalidInputException when it is no path
     */
    public static AxisBuilder axis(String path) {
        List<String> segments = ConfigPaths.split(path);
        return new AxisBuilder(rooted(path), segments.get(segments.size() - 1));
    }

    /** A path with its root. */
    static String rooted(String path) {
        return Axis.ROOTS.contains(ConfigPaths.split(path).get(0)) ? path : "config." + path;
    }

    /** @throws IllegalArgumentException when there is none, one is not plain, or two are equal (1 equals 1.0) */
    public Axis values(Object... values) {
        return of(new Values(Arrays.asList(values)));
    }

    /** Whole steps from one number to another, both included. */
    public Axis range(Number from, Number to) {
        return of(Range.of(from, to));
    }

    /** @throws IllegalArgumentException when the step is 0 or leads away from {@code to} */
    public Axis range(Number from, Number to, Number step) {
        return of(Range.of(from, to, step));
    }

    /** {@code n} numbers at equal distances, both ends included; see {@link Linspace}. */
    public Axis linspace(Number from, Number to, long n) {
        return of(new Linspace(new BigDecimal(from.toString()), new BigDecimal(to.toString()), n));
    }

    /** {@code n} numbers with equal ratios, both ends included; see {@link Geomspace}. */
    public Axis geomspace(double from, double to, long n) {
        return of(new Geomspace(from, to, n));
    }

    /** Drawn from a distribution, in a {@link Space#sample}. */
    public Sample.Drawn drawn(Distribution distribution) {
        return new Sample.Drawn(path, Sample.Source.of(distribution), "");
    }

    /** Drawn from values that are equally likely, in a {@link Space#sample}. */
    public Sample.Drawn drawn(Domain domain) {
        return new Sample.Drawn(path, Sample.Source.of(domain), "");
    }

    /**
     * The config files of a folder as the options of a group: the chosen one replaces what the config has at the path.
     *
     * @param folder relative to the working directory, or absolute
     * @throws io.flowsweep.errors.InvalidInputException when one of them is not well formed
     * @throws IllegalArgumentException when there is none, or two have one name without their extensions
     */
    public Axis group(Path folder) {
        return of(Group.of(Axis.relativePath(path), folder.toAbsolutePath().normalize()));
    }

    /** Any other domain. */
    public Axis of(Domain domain) {
        return new Axis(path, name, domain, "");
    }
}
