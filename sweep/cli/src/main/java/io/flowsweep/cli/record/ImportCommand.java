package io.flowsweep.cli.record;

import io.flowsweep.cli.input.StoreInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class ImportCommand extends StoreInput implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A .zip that `flowsweep export` has written.")
    Path file;

    @Override
    public Integer call() {
        return new ImportVerb(this).call();
    }
}
