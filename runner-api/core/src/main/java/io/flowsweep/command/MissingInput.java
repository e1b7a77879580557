package io.flowsweep.command;

import io.flowsweep.events.Failure;
import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.source.CommandRun;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that a program did not find where it works, and that stands in the command's directory: it is none of its inputs, as git
 * ignores it, or nobody has named it.
 */
final class MissingInput {

    private static final String NO_MODULE = "No module named";

    /** What programs say of a file that is not there. */
    private static final Pattern MISSING = Pattern.compile("(?i)no such file|" + NO_MODULE
            + "|not found|(?:cannot|can't|could not) (?:open|find|access|read)|not exist");

    /** What stands in quotes, else a word as only a file has it. */
    private static final Pattern NAME =
            Pattern.compile("'([^']+)'|\"([^\"]+)\"|[^\\s'\",;:()\\[\\]]*[./][^\\s'\",;:()\\[\\]]*");

    private final CommandRun run;

    MissingInput(CommandRun run) {
        this.run = run;
    }

    /** The same failure, with the file that its message names, if there is one. */
    Failure told(Failure failure) {
        return in(failure.message())
                .map(file -> new Failure(
                        failure.kind(),
                        failure.message() + "; " + file + " is in " + directory()
                                + " and is no input: name it in inputs",
                        failure.where(),
                        failure.stack()))
                .orElse(failure);
    }

    private Path directory() {
        return Path.of(run.request().plan().sourceDirectory().orElseThrow());
    }

    /** From the command's directory. */
    private Optional<String> in(String message) {
        WorkPlan work = run.command().work();
        if (work.policy() == WorkPolicy.SHARE || !MISSING.matcher(message).find()) {
            return Optional.empty();
        }
        Stream<String> words = NAME.matcher(message).results().map(MissingInput::word);
        return (message.contains(NO_MODULE) ? words.flatMap(MissingInput::module) : words)
                .flatMap(word -> local(word, work))
                .filter(file -> Files.exists(directory().resolve(file))
                        && !Files.exists(run.directory().resolve(file)))
                .findFirst();
    }

    private static String word(MatchResult name) {
        return Stream.of(1, 2)
                .map(name::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(name::group);
    }

    private static Stream<String> module(String name) {
        String path = name.replace('.', '/');
        return Stream.of(path + ".py", path);
    }

    /** A name as it is from the directory, also where a program knows it from where it works or stands itself. */
    private Stream<String> local(String word, WorkPlan work) {
        try {
            Path named = Path.of(word);
            if (!named.isAbsolute()) {
                return Stream.of(word);
            }
            return Stream.concat(
                            Stream.of(run.directory()),
                            work.inputs().stream().map(list -> run.inputs().resolve(work.directory())))
                    .filter(named::startsWith)
                    .map(folder -> folder.relativize(named).toString());
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
