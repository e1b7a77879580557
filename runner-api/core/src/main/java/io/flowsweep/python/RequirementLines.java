package io.flowsweep.python;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.PythonSettings;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers lines of requirements from files in pip's format, so that they mean the same wherever they are installed from: included
 * files in their place, local paths absolute, no comments. Confined to one thread.
 */
final class RequirementLines {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*$");
    private static final Pattern INCLUDED = Pattern.compile("(?:-r\\s*|--requirement[=\\s]\\s*)(\\S.*)");
    private static final Pattern CONSTRAINING = Pattern.compile("(?:-c\\s*|--constraint[=\\s]\\s*)(\\S.*)");
    private static final Pattern LINKS = Pattern.compile("(-f\\s*|--find-links[=\\s]\\s*)(\\S.*)");
    private static final Pattern LOCAL = Pattern.compile("(-e\\s*|--editable[=\\s]\\s*)?"
            + "(\\.{0,2}/[^\\s\\[;]*|\\.{1,2}|[^\\s\\[;@:]+(?i:\\.whl|\\.zip|\\.tar\\.gz|\\.tgz|\\.tar\\.bz2))"
            + "(\\[[^\\]]*\\])?(\\s*(?:;|--).*)?");

    /** With which some editors begin a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final UnaryOperator<Path> copies;
    private final List<String> requirements = new ArrayList<>();
    private final List<String> constraints = new ArrayList<>();
    private final Map<String, String> local = new LinkedHashMap<>();
    private final Set<Path> files = new LinkedHashSet<>();

    RequirementLines(UnaryOperator<Path> copies) {
        this.copies = copies;
    }

    PythonSettings settings(Optional<String> python) {
        return new PythonSettings(python, requirements, constraints, local, List.of());
    }

    /** All files that were read; local packages that are files too. */
    Set<Path> files() {
        return files;
    }

    /** Adds a package that stands by itself, not in a file. */
    void addPackage(String line, Path folder, String where) {
        String stripped = line.strip();
        if (stripped.startsWith("-")) {
            throw new InvalidInputException(
                    "\"" + stripped + "\" is an option, not a package",
                    where,
                    "Put options into a file of requirements, or into the configuration of pip.");
        }
        if (!stripped.isEmpty()) {
            add(stripped, folder, where, requirements);
        }
    }

    /** Adds a file of requirements. */
    void read(Path file, String where) {
        read(file.toAbsolutePath().normalize(), where, requirements);
    }

    private void read(Path file, String where, List<String> into) {
        if (!files.add(file)) {
            return;
        }
        List<String> lines = lines(file, where);
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.endsWith("\\") && !line.strip().startsWith("#") && i + 1 < lines.size()) {
                whole.append(line.substring(0, line.length() - 1).strip()).append(' ');
                continue;
            }
            String text =
                    COMMENT.matcher(whole.append(line.strip())).replaceFirst("").strip();
            whole.setLength(0);
            if (!text.isEmpty()) {
                add(text, file.getParent(), SourcePlaces.of(file) + ":" + (i + 1), into);
            }
        }
    }

    private void add(String line, Path folder, String where, List<String> into) {
        Matcher included = INCLUDED.matcher(line);
        Matcher constraining = CONSTRAINING.matcher(line);
        Matcher links = LINKS.matcher(line);
        Matcher named = LOCAL.matcher(line);
        if (included.matches() && isFile(included.group(1))) {
            read(folder.resolve(included.group(1)).normalize(), where, into);
        } else if (constraining.matches() && isFile(constraining.group(1))) {
            read(folder.resolve(constraining.group(1)).normalize(), where, constraints);
        } else if (links.matches() && isFile(links.group(2)) && Files.exists(folder.resolve(links.group(2)))) {
            into.add("--find-links " + word(folder.resolve(links.group(2)).normalize()));
        } else if (named.matches()) {
            addLocal(named, folder, where);
        } else {
            into.add(line);
        }
    }

    private void addLocal(Matcher named, Path folder, String where) {
        Path path = folder.resolve(named.group(2)).normalize();
        Path content = copies.apply(path);
        if (!Files.exists(content)) {
            throw new InvalidInputException(
                    "there is no package " + SourcePlaces.of(path),
                    where,
                    "A relative path starts in the folder of the file that names it.");
        }
        if (Files.isRegularFile(content)) {
            files.add(path);
        }
        boolean editable = named.group(1) != null;
        String extras = part(named, 3);
        String place = editable || extras.isEmpty() ? word(content) : content.toString();
        local.put((editable ? "-e " : "") + place + extras + part(named, 4), LocalContent.digest(content));
    }

    /** As one word of a line: a path with a space in it as a URL. */
    private static String word(Path path) {
        return path.toString().matches("\\S+")
                ? path.toString()
                : path.toUri().toString().replaceFirst("/$", "");
    }

    private static String part(Matcher named, int group) {
        return Optional.ofNullable(named.group(group)).orElse("");
    }

    private static boolean isFile(String name) {
        return !name.contains("://");
    }

    private List<String> lines(Path file, String where) {
        try {
            List<String> lines = Files.readAllLines(copies.apply(file));
            boolean marked = !lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK);
            if (marked) {
                lines.set(0, lines.get(0).substring(BYTE_ORDER_MARK.length()));
            }
            return lines;
        } catch (MalformedInputException e) {
            throw new InvalidInputException("this is no text in UTF-8", SourcePlaces.of(file), "Save it as UTF-8.");
        } catch (IOException e) {
            boolean there = Files.exists(file);
            throw new InvalidInputException(
                    (there ? "cannot read " : "there is no file ")
                            + SourcePlaces.of(file)
                            + (there ? ": " + e.getMessage() : ""),
                    where,
                    there ? "" : "A relative path starts in the folder of the file that names it.");
        }
    }
}
