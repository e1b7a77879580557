package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Interrupts;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.scheduler.Scheduler;
import io.flowsweep.scheduler.SchedulerEvent;
import io.flowsweep.scheduler.SchedulerEvent.Fired;
import io.flowsweep.scheduler.SchedulerEvent.LeftOut;
import io.flowsweep.scheduler.SchedulerEvent.Refused;
import io.flowsweep.store.Store;
import java.time.Instant;
import java.util.concurrent.CompletionException;

/** {@code flowsweep scheduler}: tells what it does, a line each. */
final class SchedulerVerb {

    private final SchedulerCommand command;
    private final Store store;

    SchedulerVerb(SchedulerCommand command) {
        this.command = command;
        this.store = Recorded.store(command);
    }

    int call() {
        if (command.takeOver) {
            Scheduler.takeOver(store);
        }
        Deployed.settleKeeper(command, Deployments.of(store), false);
        if (command.until.once) {
            Scheduler.once(store, this::tell);
        } else if (command.until.idle) {
            Scheduler.untilIdle(store, this::tell);
        } else {
            untilInterrupted();
        }
        return ExitCodes.SUCCESS;
    }

    private void untilInterrupted() {
        try (Interrupts interrupts = new Interrupts();
                Scheduler scheduler = Scheduler.start(store, this::tell)) {
            interrupts.onInterrupt(() -> new Thread(scheduler::close).start());
            if (!command.json) {
                command.print("scheduling for " + store.uri().getPath() + "; Ctrl-C ends it");
            }
            scheduler.end().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void tell(SchedulerEvent event) {
        if (command.json) {
            command.print(Json.write(ValueCodec.encode(SchedulerEvent.class, event)));
        } else if (event instanceof Fired fired) {
            told(fired.at(), fired.deployment(), "run " + fired.run() + " (" + fired.why() + ")");
        } else if (event instanceof LeftOut leftOut) {
            told(leftOut.at(), leftOut.deployment(), "left out " + leftOut.planned() + ": " + leftOut.reason());
        } else if (event instanceof Refused refused) {
            told(refused.at(), refused.deployment(), "cannot start (" + refused.why() + "): " + refused.problem());
        }
    }

    private void told(Instant at, String deployment, String what) {
        command.print(LocalTimes.text(at) + "  " + deployment + "  " + what);
    }
}
