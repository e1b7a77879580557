package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.codec.Secrets;
import io.flowsweep.config.Git;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What in a git checkout differs from its commit; secrets in it are masked. */
final class GitDiff {

    private static final int MOST_BYTES = 4 << 20;

    private GitDiff() {}

    /** The difference of files that git knows; cut beyond 4 MiB, which its last line says. Empty when git cannot tell. */
    static Optional<String> of(Path folder) {
        return Git.beginning(MOST_BYTES, folder, "diff", "HEAD", "--no-color", "--no-ext-diff", "--no-textconv")
                .map(Secrets::maskedText);
    }

    /** Files that git does not know and is not told to ignore. */
    static List<String> unknownFiles(Path folder) {
        return Git.output(folder, "ls-files", "--others", "--exclude-standard", "--full-name", ":/")
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }
}
