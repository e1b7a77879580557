package io.flowsweep.command;

import io.flowsweep.events.Artifact;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.source.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that are kept of what a command has made. */
final class KeptFiles {

    private final CommandRun run;

    KeptFiles(CommandRun run) {
        this.run = run;
    }

    /** An artifact for each file that one of the command's globs matches, by its path from where the command works. */
    List<Artifact> keep(ArtifactCodec codec) {
        List<Artifact> kept = new ArrayList<>();
        Object globs = run.command().settings().get("artifacts");
        for (Object glob : globs instanceof List<?> list ? list : List.of()) {
            for (Path file : Globs.files(run.directory(), (String) glob)) {
                kept.add(codec.ofFile(run.directory().relativize(file).toString(), file));
            }
        }
        return kept;
    }
}
