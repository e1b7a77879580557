package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.StoreInput;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code flowsweep add}: a variant runs next, again if it has run; or variants are added that the sweep does not have. */
@Command(sortOptions = false)
final class AddCommand extends StoreInput implements Callable<Integer> {

    @Parameters(
            paramLabel = "[SWEEP] WHAT",
            arity = "1..*",
            description = {
                "A sweep, see `flowsweep status --help`; and what is to run before all that wait:",
                "one of its variants, by number or name, again if it has run;",
                "or values of its axes, cpu=3,4 dim=500: each with every value of the axes that are not named."
            })
    List<String> words;

    @Override
    public Integer call() {
        return new AddVerb(this).call();
    }
}
