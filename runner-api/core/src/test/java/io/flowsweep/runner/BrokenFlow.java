package io.flowsweep.runner;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A random flow into which one random fault has been put that makes its graph invalid. */
record BrokenFlow(String source, String fault) {

    private static final Pattern NEXT = Pattern.compile("next = \"(\\w+)\"");
    private static final Pattern TO_JOIN = Pattern.compile("next = \"(join\\d+)\"");
    private static final Pattern TO_STEP = Pattern.compile("next = \"((?:s|split|each|choice|again)\\d+)\"");
    private static final Pattern JOIN = Pattern.compile("void join\\d+(\\(Inputs<Generated> inputs\\) \\{.*?; add)");
    private static final Pattern PLAIN = Pattern.compile("void s\\d+\\(()\\)");
    private static final Pattern FOREACH = Pattern.compile("foreach = \"(items)\"");
    private static final Pattern CONDITION = Pattern.compile("condition = \"(way)\"");
    private static final Pattern CASE = Pattern.compile("when = \"(1|more)\"");
    private static final Pattern END = Pattern.compile("@Step (void end\\(\\) .*)");

    /** A fault: which group of the source to replace, and by what. */
    private record Fault(String name, Pattern where, UnaryOperator<String> replacement) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("a step that does not exist", NEXT, step -> step + "_"),
            new Fault("a way back to the start", TO_STEP, step -> "start"),
            new Fault("a way past the join", TO_JOIN, join -> "end"),
            new Fault("a plain step that takes inputs", PLAIN, nothing -> "Inputs<Generated> inputs"),
            new Fault("a join that takes no inputs", JOIN, inputs -> "() { add"),
            new Fault("a foreach over no list", FOREACH, items -> "log"),
            new Fault("a foreach over nothing known", FOREACH, items -> "itms"),
            new Fault("a condition that is unknown", CONDITION, way -> "weg"),
            new Fault("two equal cases", CASE, when -> when.equals("1") ? "0" : "done"),
            new Fault("no end", END, end -> "(next = \"end\") void end_() {}"),
            new Fault("an end that goes on", END, end -> "(next = \"start\") " + end),
            new Fault("a lonely step", END, end -> end + "\n@Step(next = \"end\") void lonely() {}"));

    /** Of a flow in which the fault is possible; asks for flows until one is. */
    static BrokenFlow random(Random random) {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        while (true) {
            String source = new RandomFlow(random.nextLong()).source();
            List<MatchResult> places = fault.where().matcher(source).results().toList();
            if (!places.isEmpty()) {
                MatchResult place = places.get(random.nextInt(places.size()));
                String broken = source.substring(0, place.start(1))
                        + fault.replacement().apply(place.group(1))
                        + source.substring(place.end(1));
                return new BrokenFlow(broken, fault.name());
            }
        }
    }
}
