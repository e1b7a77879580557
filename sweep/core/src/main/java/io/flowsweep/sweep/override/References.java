package io.flowsweep.sweep.override;

/** The {@code ${…}} in a value. */
final class References {

    private References() {}

    /** @param at where the value begins, for errors */
    static void check(String value, int at) {
        int start = value.indexOf("${");
        while (start >= 0) {
            int end = value.indexOf('}', start);
            if (end < 0) {
                throw new OverrideFault("\"}\" must close ${", at, "");
            }
            check(value.substring(start + 2, end).strip(), value.substring(start, end + 1), at);
            start = value.indexOf("${", end);
        }
    }

    private static void check(String path, String shown, int at) {
        if (path.contains("${") || path.contains("{")) {
            throw new OverrideFault("a reference holds the path of a value, got " + shown, at, "Write ${config.cpu}.");
        }
        if (path.contains(":")) {
            String resolver = path.substring(0, path.indexOf(':'));
            throw new OverrideFault(
                    "there is no resolver \"" + resolver + "\"",
                    at,
                    resolver.equals("oc.env")
                            ? "Let the shell put the variable in: path=\"$NAME\"."
                            : "${…} holds the path of a value: ${config.cpu}.");
        }
        if (path.isEmpty() || path.startsWith(".")) {
            throw new OverrideFault("a reference names a whole path, got " + shown, at, "Write ${config.cpu}.");
        }
    }
}
