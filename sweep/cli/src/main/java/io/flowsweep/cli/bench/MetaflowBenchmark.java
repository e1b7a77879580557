package io.flowsweep.cli.bench;

import io.flowsweep.errors.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures a flow of Metaflow by itself, in Metaflow's own Runner, and as the variants of a sweep, so many at a time: what a sweep
 * takes beside what the flow takes anyway.
 */
final class MetaflowBenchmark {

    private static final List<Integer> AT_A_TIME = List.of(2, 8);

    /**
     * What one way to run the flow took.
     *
     * @param name how it was run
     * @param atATime how many at a time
     * @param variants how many were measured
     * @param first seconds for the first, from the command to its end
     * @param perSecond further ones in a second
     * @param cpuMillis CPU time of each, in all processes
     * @param cpuToItself that in relation to the flow by itself, as many at a time
     * @param rateToItself how many times the ones in a second of the flow by itself
     * @param rateToRunner how many times the ones in a second of Metaflow's Runner
     * @param files that each leaves
     */
    public record Row(
            String name,
            int atATime,
            int variants,
            double first,
            double perSecond,
            double cpuMillis,
            double cpuToItself,
            double rateToItself,
            double rateToRunner,
            long files) {

        private static Row of(Taken taken, int atATime, Taken itself, Taken runner) {
            return new Row(
                    taken.contender().name(),
                    atATime,
                    taken.variants(),
                    taken.one().wallSeconds(),
                    taken.perSecond(),
                    taken.cpuMillis(),
                    taken.cpuMillis() / itself.cpuMillis(),
                    taken.perSecond() / itself.perSecond(),
                    taken.perSecond() / runner.perSecond(),
                    taken.each().files());
        }
    }

    private final Consumer<String> progress;

    /** @param progress is told what is measured next */
    public MetaflowBenchmark(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Measures one after the other.
     *
     * @param scale of the number of variants; 1 takes about four minutes on two processors that do nothing else
     * @param python a command that has Metaflow
     * @throws InvalidInputException when it has none, or when a run fails
     */
    public List<Row> run(double scale, String python) throws InterruptedException {
        try (WorkFolder work = new WorkFolder()) {
            MetaflowContenders contenders = new Contenders(work.root(), python)
                    .metaflow()
                    .orElseThrow(() -> new InvalidInputException(
                            python + " has no Metaflow", "", "Name one that has: --python ~/venv/bin/python."));
            List<Row> rows = new ArrayList<>();
            for (int atATime : AT_A_TIME) {
                Taken itself = measure(contenders.byItself(atATime), atATime, scale, work);
                Taken runner = measure(contenders.runner(atATime), atATime, scale, work);
                Taken sweep = measure(contenders.sweep(atATime), atATime, scale, work);
                for (Taken taken : List.of(itself, runner, sweep)) {
                    rows.add(Row.of(taken, atATime, itself, runner));
                }
            }
            return rows;
        }
    }

    private Taken measure(Contender contender, int atATime, double scale, WorkFolder work) throws InterruptedException {
        progress.accept(contender.name() + ", " + atATime + " at a time");
        return Taken.measure(contender, scale, work.root());
    }
}
