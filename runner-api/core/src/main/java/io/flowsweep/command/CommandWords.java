package io.flowsweep.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words of a command line name a program and a script. */
final class CommandWords {

    private static final Pattern SCRIPT = Pattern.compile(".*\\.(py|R|r|jl|js|mjs|pl|rb|lua|m|sh|bash)");

    private static final Pattern INTERPRETER = Pattern.compile(
            "(.*/)?(python|pypy|lua)[\\d.]*|(.*/)?(sh|bash|dash|zsh|ksh|perl|ruby|node|php|Rscript|julia)");

    /** One without a value of its own; behind one that ends in c or m there is code, or a module. */
    private static final Pattern OPTION = Pattern.compile("-[a-zA-Z]{0,3}[a-zA-Z&&[^cm]]|--[\\w-]+(=.*)?");

    /** The beginning of a line for a shell, as far as that has nothing to do with it but to start a program. */
    private static final Pattern PLAIN = Pattern.compile("\\s*[\\w./+-]+(\\s+[\\w./=:,+-]+)*(?=\\s|$)");

    private CommandWords() {}

    /** The words that a line for a shell begins with; none when the shell may do anything with them, or without them. */
    static List<String> ofLine(String line) {
        Matcher plain = PLAIN.matcher(line);
        return !line.contains("||") && plain.lookingAt()
                ? List.of(plain.group().strip().split("\\s+"))
                : List.of();
    }

    /** The script that the program is given first, behind options when it is an interpreter. */
    static Optional<String> script(List<String> words) {
        int at = 1;
        if (!words.isEmpty() && INTERPRETER.matcher(words.get(0)).matches()) {
            while (at < words.size() && OPTION.matcher(words.get(at)).matches()) {
                at++;
            }
        }
        return at < words.size() && isScript(words.get(at)) ? Optional.of(words.get(at)) : Optional.empty();
    }

    private static boolean isScript(String word) {
        return !word.startsWith("-") && SCRIPT.matcher(word).matches();
    }

    /** The script that is run, else the program, without folder and extension. */
    static String name(List<String> words) {
        String named = script(words).orElse(words.get(0));
        String file = named.substring(named.lastIndexOf('/') + 1);
        String stem = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        String name = stem.replaceAll("[^\\p{L}\\p{N}_-]", "");
        return name.isEmpty() ? "command" : name;
    }
}
