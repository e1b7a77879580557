package io.flowsweep.metaflow.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Metaflow's decorators that say what starts a deployed flow, as decorators of ours ({@code schedule:cron=…}). */
final class StartDecorators {

    private static final List<String> KINDS = List.of("schedule", "trigger", "trigger_on_finish");

    /** Of several Metaflow takes the first. */
    private static final List<String> WORDS = List.of("weekly", "hourly", "daily");

    private StartDecorators() {}

    static boolean isOne(String decorator) {
        return KINDS.contains(decorator);
    }

    /**
     * @param options what it is given by name; empty what is no plain text or word
     * @return empty when what matters is not written plainly
     */
    static Optional<String> read(String decorator, Map<String, Optional<String>> options) {
        return switch (decorator) {
            case "trigger" -> value(options, "event").map(event -> "trigger:event=" + event);
            case "trigger_on_finish" -> value(options, "flow").map(flow -> "trigger_on_finish:flow=" + flow);
            default -> schedule(options);
        };
    }

    private static Optional<String> schedule(Map<String, Optional<String>> options) {
        if (options.values().stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String when = value(options, "cron")
                .map(cron -> "cron=" + cron)
                .orElseGet(() -> WORDS.stream()
                                .filter(word -> value(options, word)
                                        .filter("True"::equals)
                                        .isPresent())
                                .findFirst()
                                .orElse("daily")
                        + "=true");
        String zone = value(options, "timezone").map(z -> ",timezone=" + z).orElse("");
        return Optional.of("schedule:" + when + zone);
    }

    private static Optional<String> value(Map<String, Optional<String>> options, String name) {
        return options.getOrDefault(name, Optional.empty()).filter(value -> !value.equals("None"));
    }
}
