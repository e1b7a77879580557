package io.flowsweep.config;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.ConfigParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of the git checkout that a flow is in: {@code commit} (40 hexadecimal digits), {@code branch} (left out when no
 * branch is checked out) and {@code dirty} (whether a file that git knows has been changed). Asks the command {@code git}.
 */
public final class GitInformation implements ConfigParser {

    @Override
    public Map<String, ?> parse(Input input) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("commit", git(input.directory(), "rev-parse", "HEAD"));
        String branch = git(input.directory(), "rev-parse", "--abbrev-ref", "HEAD");
        if (!branch.equals("HEAD")) {
            values.put("branch", branch);
        }
        String changes = git(input.directory(), "status", "--porcelain", "--untracked-files=no");
        values.put("dirty", !changes.isEmpty());
        return values;
    }

    private static String git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (git.waitFor() != 0) {
                throw new InvalidInputException(
                        directory + " is in no git checkout with a commit",
                        "parser \"git\"",
                        "Give the config a value, or work in a checkout.");
            }
            return output;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the command git cannot be started", "parser \"git\"", "Install git, or give the config a value.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidInputException("the question to git was interrupted", "parser \"git\"", "");
        }
    }
}
