package io.flowsweep.cli;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.wandb.Conversion;
import io.flowsweep.sweep.wandb.WandbSweep;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep init}. */
final class InitVerb {

    private final InitCommand command;

    InitVerb(InitCommand command) {
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
                WandbSweep.convert(ConfigDocument.textOf(source, ""), SourcePlaces.of(source), stem, flow);
        Path sweepFile = folder.resolve(stem + ".conf");
        Map<Path, String> files = new LinkedHashMap<>();
        conversion.flow().ifPresent(made -> files.put(folder.resolve(made.fileName()), made.source()));
        files.put(sweepFile, conversion.sweepFile());
        write(files);
        tell(files, conversion, Sweep.load(sweepFile), Texts.path(sweepFile));
        return ExitCodes.SUCCESS;
    }

    private void write(Map<Path, String> files) {
        for (Path file : files.keySet()) {
            if (Files.exists(file) && !command.force) {
                throw new InvalidInputException(
                        Texts.path(file) + " is there already", "", "Add --force to overwrite it.");
            }
        }
        files.forEach((file, text) -> OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(Map<Path, String> files, Conversion conversion, Sweep sweep, String shown) {
        PrintWriter out = command.spec.commandLine().getOut();
        files.keySet().forEach(file -> out.println("Wrote " + Texts.path(file)));
        conversion.notes().forEach(note -> out.println("note: " + note));
        out.println(
                PlanText.count(new VariantCount(sweep, out).look()) + ". Look at them with: flowsweep plan " + shown);
        out.flush();
    }
}
