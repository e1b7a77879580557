package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code flowsweep reproduce}: the one command that runs a variant by itself. */
@Command(sortOptions = false)
final class ReproduceCommand extends VariantInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        Stream<String> words = Stream.concat(
                Stream.of("flowsweep", "run", Texts.path(recorded.file())), recorded.overrides().stream());
        print(words.map(ReproduceCommand::quoted).collect(Collectors.joining(" ")) + " --only "
                + trial(recorded).id().variant());
        return ExitCodes.SUCCESS;
    }

    /** As a shell reads it back. */
    private static String quoted(String word) {
        return word.matches("[\\w./=,:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
