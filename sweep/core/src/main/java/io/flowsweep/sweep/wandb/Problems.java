package io.flowsweep.sweep.wandb;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.format.Structured;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, with the lines of its keys. */
final class Problems {

    private final Structured yaml;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(Structured yaml, String file) {
        this.yaml = yaml;
        this.file = file;
    }

    /** @param path of the key that is wrong; the line is that of the nearest key above that stands in the text */
    void add(String path, String what, String cure) {
        List<String> segments = ConfigPaths.split(path);
        for (int n = segments.size(); n > 0; n--) {
            List<String> above = segments.subList(0, n);
            for (Structured.Key key : yaml.keys()) {
                if (key.path().equals(above)) {
                    problems.add(Problem.of(what, file + ":" + key.line(), cure));
                    return;
                }
            }
        }
        problems.add(Problem.of(what, file, cure));
    }

    void throwIfAny() {
        InvalidInputException.throwIfAny(problems);
    }
}
