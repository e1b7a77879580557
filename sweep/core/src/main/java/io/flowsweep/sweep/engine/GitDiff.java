package io.flowsweep.sweep.engine;

import io.flowsweep.codec.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What in a git checkout differs from its commit; secrets in it are masked. */
final class GitDiff {

    private static final int MOST_BYTES = 4 << 20;

    private GitDiff() {}

    /** The difference of files that git knows; cut beyond 4 MiB, which its last line says. Empty when git cannot tell. */
    static Optional<String> of(Path folder) {
        return git(folder, "diff", "HEAD", "--no-color", "--no-ext-diff", "--no-textconv")
                .map(Secrets::maskedText);
    }

    /** Files that git does not know and is not told to ignore. */
    static List<String> unknownFiles(Path folder) {
        return git(folder, "ls-files", "--others", "--exclude-standard", "--full-name", ":/")
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            try (InputStream out = git.getInputStream()) {
                String text = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                boolean isCut = out.read() >= 0;
                if (isCut) {
                    git.destroy();
                    return Optional.of(text + "\n… cut here\n");
                }
                return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
