package io.flowsweep.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A sweep file with overrides, as all verbs take it that begin with one. */
public abstract class SweepInput {

    @Spec
    public CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The sweep file.")
    Path file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "OVERRIDE",
            description = "Changes the sweep: cpu=1,2 dim=100..500..100 +new=x ~old. See docs/overrides.md.")
    List<String> overrides = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "EXPRESSION",
            description = "Only variants for which this holds: 'cpu * dim <= 4000'. May be repeated.")
    List<String> where = new ArrayList<>();

    @Option(names = "--binding", paramLabel = "NAME", description = "Only this binding. May be repeated.")
    List<String> bindings = new ArrayList<>();

    @Option(names = "--shuffle", paramLabel = "SEED", description = "Order the variants by a seed.")
    Long shuffle;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N variants.")
    Long limit;

    /** All that changes the sweep, as the sweep takes it. */
    String[] changes() {
        List<String> words = new ArrayList<>(overrides);
        where.forEach(expression -> words.add("--where=" + expression));
        bindings.forEach(name -> words.add("--binding=" + name));
        words.addAll(shuffle == null ? List.of() : List.of("--shuffle=" + shuffle));
        words.addAll(limit == null ? List.of() : List.of("--limit=" + limit));
        return words.toArray(String[]::new);
    }
}
