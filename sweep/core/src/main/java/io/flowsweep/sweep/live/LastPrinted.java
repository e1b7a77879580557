package io.flowsweep.sweep.live;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.PrintedTail;
import io.flowsweep.client.Run;
import io.flowsweep.sweep.page.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last lines that a run has printed, for JSON. */
final class LastPrinted {

    private static final int MOST_LINES = 200;
    private static final int MOST_LETTERS = 2_000;

    private LastPrinted() {}

    static Map<String, Object> of(Run run) {
        PrintedTail tail = run.lastPrinted(MOST_LINES);
        List<Object> lines =
                tail.lines().stream().<Object>map(LastPrinted::line).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", lines);
        json.put("whole", tail.whole());
        return json;
    }

    private static Map<String, Object> line(LogLine line) {
        return Map.of("text", Shown.cut(asOnScreen(line.text()), MOST_LETTERS), "error", line.error());
    }

    /** Of a line that was written over again and again, as bars of progress are, the last form. */
    private static String asOnScreen(String text) {
        String ended = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return ended.substring(ended.lastIndexOf('\r') + 1);
    }
}
