package io.flowsweep.cli.status;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Interrupts;
import io.flowsweep.sweep.live.LivePage;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** {@code flowsweep ui}: serves the page of a sweep on record, whether it goes on or has ended, until it is interrupted. */
@Command(sortOptions = false)
final class UiCommand extends RecordedInput implements Callable<Integer> {

    @Mixin
    PortOption port;

    @Override
    public Integer call() throws InterruptedException {
        if (!port.problem().isEmpty()) {
            throw new ParameterException(spec.commandLine(), port.problem());
        }
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Interrupts interrupts = new Interrupts();
                LivePage page = PageOpening.open(recorded(), port.port, this::say)) {
            say("It is served until you press Ctrl-C.");
            interrupts.onInterrupt(interrupted::countDown);
            interrupted.await();
        }
        return ExitCodes.SUCCESS;
    }
}
