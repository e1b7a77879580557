package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A sweep file with overrides, as all verbs take it that begin with one. */
abstract class SweepInput {

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The sweep file.")
    Path file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "OVERRIDE",
            description = "Changes the sweep: cpu=1,2 dim=100..500..100 +new=x ~old. See docs/sweep-file.md.")
    List<String> overrides = new ArrayList<>();
}
