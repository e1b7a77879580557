package io.flowsweep.cli.init;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NewFiles;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.cli.plan.PlanText;
import io.flowsweep.cli.plan.VariantCount;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.script.ScriptSweep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code flowsweep init python DIR --script FILE}: the sweep file for a script that somebody has already. */
final class InitScript {

    private final InitCommand command;

    InitScript(InitCommand command) {
        this.command = command;
    }

    int call() {
        Path folder = InitFolder.folder(command.words);
        ScriptSweep sweep = ScriptSweep.of(command.script, folder);
        Path file = folder.resolve(sweep.name() + ".conf");
        NewFiles.write(Map.of(file, sweep.text()), command.force);
        Sweep written = Sweep.load(file);
        NewFiles.tell(command.spec.commandLine(), List.of(file), command.json, out -> {
            sweep.notes().forEach(note -> out.println("note: " + note));
            out.println(PlanText.count(new VariantCount(written, out).look())
                    + ". Choose its axes in the file, then: flowsweep run "
                    + ShellWord.of(Texts.path(file)));
        });
        return ExitCodes.SUCCESS;
    }
}
