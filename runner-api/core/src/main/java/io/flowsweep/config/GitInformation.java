package io.flowsweep.config;

import io.flowsweep.flow.ConfigParser;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the git checkout that a flow is in: {@code commit} (40 hexadecimal digits), {@code branch} (left out when no
 * branch is checked out) and {@code dirty} (whether a file that git knows has been changed). Nothing outside a checkout with
 * a commit, and where there is no command {@code git}.
 */
public final class GitInformation implements ConfigParser {

    @Override
    public Map<String, ?> parse(Input input) {
        Path directory = input.directory();
        Optional<String> commit = git(directory, "rev-parse", "--verify", "HEAD");
        if (commit.isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("commit", commit.get());
        git(directory, "rev-parse", "--abbrev-ref", "HEAD")
                .filter(branch -> !branch.equals("HEAD"))
                .ifPresent(branch -> values.put("branch", branch));
        values.put(
                "dirty",
                !git(directory, "status", "--porcelain", "--untracked-files=no").equals(Optional.of("")));
        return values;
    }

    private static Optional<String> git(Path directory, String... arguments) {
        return Git.output(directory, arguments).map(String::strip);
    }
}
