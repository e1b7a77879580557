package io.flowsweep.python;

import io.flowsweep.codec.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pip and uv print: how far they are, and what went wrong. Passwords in it are masked. */
final class InstallerWords {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern DOWNLOADING =
            Pattern.compile("\\s*Downloading (?:\\S*/)?([^\\s/]+)( \\([^)]*\\))?(?: from .*)?");
    private static final Pattern BUILDING = Pattern.compile("\\s*Building wheel for (\\S+) \\(.*");
    private static final Pattern INSTALLING = Pattern.compile("Installing collected packages: .*");

    /** A list of versions for other Pythons, some kilobytes long. */
    private static final String IGNORED = "ERROR: Ignored the following ";

    private static final String PROGRAM_FAILED = "error: subprocess-exited-with-error";

    private static final Pattern VERSIONS = Pattern.compile("\\(from versions: ([^)]*)\\)");

    private static final int MOST_LINES = 8;
    private static final int MOST_VERSIONS = 6;

    private InstallerWords() {}

    /** What a line tells of the progress, for people. */
    static Optional<String> progress(String line) {
        String plain = plain(line);
        Matcher downloading = DOWNLOADING.matcher(plain);
        if (downloading.matches() && !downloading.group(1).endsWith(".metadata")) {
            return Optional.of("fetching " + downloading.group(1)
                    + Optional.ofNullable(downloading.group(2)).orElse(""));
        }
        Matcher building = BUILDING.matcher(plain);
        if (building.matches()) {
            return Optional.of("building " + building.group(1));
        }
        return INSTALLING.matcher(plain).matches()
                ? Optional.of(plain.replaceFirst("Installing collected packages: ", "installing "))
                : Optional.empty();
    }

    /**
     * What went wrong, in one line: its lines of errors, with the last line of what it itself had run; else its last lines. The output
     * of a program such as git stands above the error.
     */
    static String complaint(List<String> lines) {
        Set<String> told = new LinkedHashSet<>();
        List<String> ofProgram = new ArrayList<>();
        String last = "";
        for (String line : lines) {
            String plain = plain(line).strip();
            if (plain.equals(PROGRAM_FAILED) && ofProgram.isEmpty()) {
                ofProgram.add(last);
            } else if (plain.startsWith("× ") && ofProgram.size() == 1) {
                ofProgram.add(plain.substring("× ".length()));
            }
            if (plain.equals("[end of output]")) {
                told.add(last);
            } else if (plain.startsWith("ERROR: ") && !plain.startsWith(IGNORED)) {
                told.add(withFewVersions(plain.substring("ERROR: ".length())));
            }
            last = plain.isEmpty() ? last : plain;
        }
        if (told.isEmpty()) {
            told.addAll(ofProgram.isEmpty() ? fromError(lines) : ofProgram);
        }
        return String.join("; ", told.stream().limit(MOST_LINES).toList()).replaceFirst("\\.$", "");
    }

    /** Of a long list only the last versions, which are the newest. */
    private static String withFewVersions(String text) {
        return VERSIONS.matcher(text).replaceAll((MatchResult found) -> {
            List<String> all = List.of(found.group(1).split(", "));
            String last = String.join(", ", all.subList(Math.max(0, all.size() - MOST_VERSIONS), all.size()));
            return Matcher.quoteReplacement(
                    "(from versions: " + (all.size() > MOST_VERSIONS ? "…, " : "") + last + ")");
        });
    }

    /** The lines from the first that begins like an error. */
    private static List<String> fromError(List<String> lines) {
        List<String> all = lines.stream()
                .map(line -> plain(line).replaceAll("^[\\s×╰─▶│>]+", ""))
                .map(line -> line.replaceFirst("^cause: ", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            String raw = all.get(i);
            if (raw.matches("(?i)(error|No solution found|Failed to).*")) {
                List<String> told = new ArrayList<>(all.subList(i, all.size()));
                told.set(0, raw.replaceFirst("^error: ", ""));
                return joined(told);
            }
        }
        return all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    }

    /** Lines that were wrapped, each sentence in one. */
    private static List<String> joined(List<String> lines) {
        List<String> whole = new ArrayList<>(List.of(lines.get(0)));
        String rest = String.join(" ", lines.subList(1, lines.size()));
        if (!rest.isEmpty()) {
            whole.add(rest);
        }
        return whole;
    }

    private static String plain(String line) {
        return Secrets.maskedUrls(COLOUR.matcher(line).replaceAll(""));
    }
}
