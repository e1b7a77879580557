package io.flowsweep.cli.status;

import io.flowsweep.cli.input.StoreInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flowsweep ls}. */
@Command(sortOptions = false)
final class ListCommand extends StoreInput implements Callable<Integer> {

    @Override
    public Integer call() {
        return new ListVerb(this).call();
    }
}
