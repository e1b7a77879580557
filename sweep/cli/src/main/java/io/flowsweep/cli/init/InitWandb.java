package io.flowsweep.cli.init;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NewFiles;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.cli.plan.PlanText;
import io.flowsweep.cli.plan.VariantCount;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.wandb.Conversion;
import io.flowsweep.sweep.wandb.WandbSweep;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep init --from-wandb}. */
final class InitWandb {

    private final InitCommand command;

    InitWandb(InitCommand command) {
        this.command = command;
    }

    int call() {
        Path source = command.wandb.toAbsolutePath().normalize();
        String stem = source.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        Path folder = source.getParent();
        Optional<String> flow = Optional.ofNullable(command.flow)
                .map(given -> folder.relativize(given.toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/'));
        Conversion conversion =
                WandbSweep.convert(ConfigDocument.textOf(source, ""), SourcePlaces.of(source), stem, flow, folder);
        Path sweepFile = folder.resolve(stem + ".conf");
        Map<Path, String> files = Map.of(sweepFile, conversion.sweepFile());
        NewFiles.write(files, command.force);
        Sweep sweep = Sweep.load(sweepFile);
        NewFiles.tell(command.spec.commandLine(), files.keySet(), command.json, out -> {
            conversion.notes().forEach(note -> out.println("note: " + note));
            out.println(PlanText.count(new VariantCount(sweep, out).look()) + ". Look at them with: flowsweep plan "
                    + ShellWord.of(Texts.path(sweepFile)));
        });
        return ExitCodes.SUCCESS;
    }
}
