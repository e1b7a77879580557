package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.client.Run;
import java.util.List;

/** {@code flowsweep flow tag}: changes the tags of a run and shows them as they are then. */
record FlowTagVerb(FlowTagCommand.OfRun command) {

    int call() {
        Run run = RunPath.find(Recorded.at(command), command.path).run();
        if (!command.added().isEmpty()) {
            run.addTags(command.added().toArray(String[]::new));
        }
        if (!command.removed().isEmpty()) {
            run.removeTags(command.removed().toArray(String[]::new));
        }
        List<String> tags = run.parent().run(run.id()).orElse(run).tags();
        if (command.json) {
            command.print((Object) tags);
        } else {
            tags.forEach(command::print);
        }
        return ExitCodes.SUCCESS;
    }
}
