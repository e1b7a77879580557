package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import java.util.Map;
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
        long variant = trial(recorded).id().variant();
        String line = words.map(ReproduceCommand::quoted).collect(Collectors.joining(" ")) + " --only " + variant;
        tell(line, Map.of("sweep", recorded.id(), "variant", variant, "command", line));
        return ExitCodes.SUCCESS;
    }

    /** As a shell reads it back. */
    private static String quoted(String word) {
        return word.matches("[\\w./=,:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
