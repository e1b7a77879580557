package io.flowsweep.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the manual as a script: the blocks of its code, in order.
 *
 * <p>A block of {@code java} that declares a flow is a file of that name; any other is a program. A block whose first
 * line is a comment that names a file, such as {@code # model.toml}, is that file. A block of {@code console} holds
 * commands behind {@code $}, each perhaps with variables of its environment in front, and what they print; there
 * {@code …} stands for anything, and a last line {@code (exit 2)} for the exit code.
 */
record Manual(List<Block> blocks) {

    /** @param line where in the page its first line is */
    record Block(String language, String text, int line) {

        private static final Pattern FLOW = Pattern.compile("public class (\\w+) extends");
        private static final Pattern NAMED = Pattern.compile("(?://|#) (\\S+\\.\\w+)\\R.*", Pattern.DOTALL);

        Optional<String> file() {
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                return Optional.of(named.group(1));
            }
            Matcher flow = FLOW.matcher(text);
            return language.equals("java") && flow.find() ? Optional.of(flow.group(1) + ".java") : Optional.empty();
        }
    }

    /** @param line where in the page it is */
    record Command(List<String> words, List<String> printed, int exitCode, int line) {}

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern EXIT = Pattern.compile("\\(exit (\\d+)\\)");

    static Manual read(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int first = i + 1;
                while (!lines.get(++i).equals("```")) {}
                String text = String.join("\n", lines.subList(first, i)) + "\n";
                blocks.add(new Block(lines.get(first - 1).substring(3).trim(), text, first + 1));
            }
        }
        return new Manual(blocks);
    }

    static List<Command> commands(Block console) {
        List<Command> commands = new ArrayList<>();
        List<String> lines = console.text().lines().toList();
        for (int i = 0; i < lines.size(); ) {
            int first = i;
            List<String> printed = new ArrayList<>();
            int exitCode = 0;
            for (i++; i < lines.size() && !lines.get(i).startsWith("$ "); i++) {
                Matcher exit = EXIT.matcher(lines.get(i));
                if (exit.matches()) {
                    exitCode = Integer.parseInt(exit.group(1));
                } else {
                    printed.add(lines.get(i));
                }
            }
            commands.add(new Command(words(lines.get(first)), printed, exitCode, console.line() + first));
        }
        return commands;
    }

    private static List<String> words(String line) {
        if (!line.startsWith("$ ")) {
            throw new IllegalArgumentException("a console begins with \"$ \", not with: " + line);
        }
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.substring(2));
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }
}
