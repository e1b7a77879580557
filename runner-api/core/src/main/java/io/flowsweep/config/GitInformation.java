package io.flowsweep.config;

import io.flowsweep.flow.ConfigParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** What git prints; empty when it fails or is not there. */
    private static Optional<String> git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
