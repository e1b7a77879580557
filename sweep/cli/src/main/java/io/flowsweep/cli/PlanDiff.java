package io.flowsweep.cli;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.file.Setting;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which values two variants differ. */
final class PlanDiff {

    private static final Object ABSENT = new Object();

    private record Difference(String path, Object left, Object right) {}

    private final Sweep sweep;
    private final BigInteger i;
    private final BigInteger j;
    private final List<Difference> differences = new ArrayList<>();

    PlanDiff(VariantCount count, BigInteger i, BigInteger j) {
        this.sweep = count.sweep();
        this.i = count.checked("--diff", i);
        this.j = count.checked("--diff", j);
        Map<String, Object> left = values(i);
        Map<String, Object> right = values(j);
        Map<String, Object> paths = new LinkedHashMap<>(left);
        paths.putAll(right);
        for (String path : paths.keySet()) {
            Object a = left.getOrDefault(path, ABSENT);
            Object b = right.getOrDefault(path, ABSENT);
            if (!Objects.equals(a, b)) {
                differences.add(new Difference(path, a, b));
            }
        }
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            differences.forEach(difference -> out.print(Json.write(json(difference)) + "\n"));
        } else {
            out.println("- " + i + "  " + sweep.variant(i).name());
            out.println("+ " + j + "  " + sweep.variant(j).name());
            out.println(differences.isEmpty() ? "\nThey do not differ." : "");
            for (Difference difference : differences) {
                out.println(difference.path);
                out.println("  - " + text(difference.path, difference.left));
                out.println("  + " + text(difference.path, difference.right));
            }
        }
        out.flush();
    }

    private Map<String, Object> values(BigInteger index) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : sweep.settings(index)) {
            values.put(setting.path(), setting.value());
        }
        return values;
    }

    private static String text(String path, Object value) {
        return value == ABSENT ? "(none)" : PlainValues.text(Secrets.masked(path, value));
    }

    private Map<String, Object> json(Difference difference) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("path", difference.path);
        if (difference.left != ABSENT) {
            line.put(i.toString(), Secrets.masked(difference.path, difference.left));
        }
        if (difference.right != ABSENT) {
            line.put(j.toString(), Secrets.masked(difference.path, difference.right));
        }
        return line;
    }
}
