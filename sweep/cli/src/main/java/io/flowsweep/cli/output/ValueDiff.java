package io.flowsweep.cli.output;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which values two things differ; secrets are masked. */
public final class ValueDiff {

    private static final Object ABSENT = new Object();

    private record Difference(String path, Object left, Object right) {}

    private final String left;
    private final String right;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * @param left what one is called in JSON
     * @param right what the other is called
     */
    public ValueDiff(String left, Map<String, Object> leftValues, String right, Map<String, Object> rightValues) {
        this.left = left;
        this.right = right;
        Map<String, Object> paths = new LinkedHashMap<>(leftValues);
        paths.putAll(rightValues);
        for (String path : paths.keySet()) {
            Object a = leftValues.getOrDefault(path, ABSENT);
            Object b = rightValues.getOrDefault(path, ABSENT);
            if (!Objects.equals(a, b)) {
                differences.add(new Difference(path, a, b));
            }
        }
    }

    /** For people: what each is, in a line, then path by path. */
    public void print(PrintWriter out, String leftTitle, String rightTitle) {
        out.println("- " + leftTitle);
        out.println("+ " + rightTitle);
        out.println(differences.isEmpty() ? "\nThey do not differ." : "");
        for (Difference difference : differences) {
            out.println(difference.path);
            out.println("  - " + text(difference.path, difference.left));
            out.println("  + " + text(difference.path, difference.right));
        }
        out.flush();
    }

    /** For programs: a line for each path. */
    public void printJson(PrintWriter out) {
        for (Difference difference : differences) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("path", difference.path);
            put(line, left, difference.path, difference.left);
            put(line, right, difference.path, difference.right);
            out.print(Json.write(line) + "\n");
        }
        out.flush();
    }

    private static void put(Map<String, Object> line, String name, String path, Object value) {
        if (value != ABSENT) {
            line.put(name, Secrets.masked(path, value));
        }
    }

    private static String text(String path, Object value) {
        return value == ABSENT ? "(none)" : PlainValues.text(Secrets.masked(path, value));
    }
}
