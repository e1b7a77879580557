package io.flowsweep.sweep.file;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A folder with a flow, in which tests write sweep files. It is a project of its own. */
record SweepFolder(Path path) {

    static SweepFolder in(Path path) {
        SweepFolder folder = new SweepFolder(path);
        folder.write(".git/HEAD", "");
        folder.write("flows/MatMul.java", "class MatMul {}");
        return folder;
    }

    Path write(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads a sweep file called {@code s.conf}, whose first line names the flow unless the text does. */
    SweepSpec load(String text, String... overrides) {
        String flow = text.matches("(?s)(.*\\n)?flow\\b.*") ? "" : "flow = flows/MatMul.java";
        return SweepFile.load(write("s.conf", flow + "\n" + text), List.of(overrides));
    }

    Variants variants(String text) {
        return new Variants(load(text));
    }

    /** What loading complains about; the folder's path is cut away. */
    String problems(String text, String... overrides) {
        return problems(() -> load(text, overrides));
    }

    /** The same of making the first variant. */
    String problemsOfFirst(String text) {
        return problems(() -> variants(text).get(0));
    }

    private String problems(Runnable step) {
        try {
            step.run();
            return "";
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replace(path + "/", ""))
                    .collect(Collectors.joining("\n"));
        }
    }
}
