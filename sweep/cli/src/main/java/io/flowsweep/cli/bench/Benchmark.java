package io.flowsweep.cli.bench;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Measures what a variant costs that does nothing, for each executor and beside others. Each contender is started as a user
 * would start it, once for few variants and once for many: what each further variant takes is the difference.
 */
public final class Benchmark {

    /**
     * What one contender took.
     *
     * @param name its name
     * @param variants how many variants were measured
     * @param first seconds for the first variant, from the command to its end
     * @param perSecond further variants in a second
     * @param cpuMillis CPU time of each, in all processes
     * @param timesHello that in relation to a bare JVM which prints a line; empty when that did not take part
     * @param timesInline that in relation to {@code inline}; empty when that did not take part
     * @param timesMetaflow how many times the variants in a second of Metaflow's Runner; empty when that did not take part
     * @param files that each leaves
     * @param driverMegabytes the most that the process had which was started; 0 where the system does not tell
     */
    public record Row(
            String name,
            int variants,
            double first,
            double perSecond,
            double cpuMillis,
            Optional<Double> timesHello,
            Optional<Double> timesInline,
            Optional<Double> timesMetaflow,
            long files,
            double driverMegabytes) {}

    private final Consumer<String> progress;

    /** @param progress is told the name of each contender before it is measured */
    public Benchmark(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Measures one after the other.
     *
     * @param scale of the number of variants; 1 takes about two minutes
     * @param names those that take part; empty for all that can
     * @param python a command that may have Metaflow, Hydra and Optuna
     * @throws InvalidInputException when a name is unknown, or a contender fails
     */
    public List<Row> run(double scale, List<String> names, String python) throws InterruptedException {
        return run(scale, all -> chosen(all, names), python);
    }

    /** Measures {@code inline} and the other tools for flows that can take part. */
    public List<Row> runOthers(double scale, String python) throws InterruptedException {
        return run(
                scale,
                all -> all.stream()
                        .filter(each -> !Contenders.PROGRAMS.contains(each.name()))
                        .filter(each -> each.name().equals(Contenders.INLINE) || !Contenders.OURS.contains(each.name()))
                        .toList(),
                python);
    }

    private List<Row> run(double scale, UnaryOperator<List<Contender>> choice, String python)
            throws InterruptedException {
        try (WorkFolder work = new WorkFolder()) {
            List<Taken> taken = new ArrayList<>();
            for (Contender contender : choice.apply(new Contenders(work.root(), python).all())) {
                progress.accept(contender.name());
                taken.add(Taken.measure(contender, scale, work.root()));
            }
            return rows(taken);
        }
    }

    private static List<Contender> chosen(List<Contender> all, List<String> names) {
        List<String> known = all.stream().map(Contender::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException(
                        "nobody called \"" + name + "\" can take part here", "", Suggestions.didYouMean(name, known));
            }
        }
        return all.stream()
                .filter(contender -> names.isEmpty() || names.contains(contender.name()))
                .toList();
    }

    private static List<Row> rows(List<Taken> taken) {
        Optional<Double> hello = of(Contenders.HELLO, taken).map(Measurement::cpuSeconds);
        Optional<Double> inline = of(Contenders.INLINE, taken).map(Measurement::cpuSeconds);
        Optional<Double> metaflow = of(Contenders.METAFLOW, taken).map(Measurement::wallSeconds);
        return taken.stream()
                .map(each -> new Row(
                        each.contender().name(),
                        each.variants(),
                        each.one().wallSeconds(),
                        each.perSecond(),
                        each.cpuMillis(),
                        hello.map(cpu -> each.each().cpuSeconds() / cpu),
                        inline.map(cpu -> each.each().cpuSeconds() / cpu),
                        metaflow.map(wall -> wall / each.each().wallSeconds()),
                        each.each().files(),
                        each.each().bytes() / 1e6))
                .toList();
    }

    private static Optional<Measurement> of(String name, List<Taken> taken) {
        return taken.stream()
                .filter(each -> each.contender().name().equals(name))
                .map(Taken::each)
                .findFirst();
    }
}
