package io.flowsweep.sweep.live;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.Run;
import io.flowsweep.sweep.page.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last lines that a run has printed. */
final class LogTail {

    private static final int MOST_LINES = 200;
    private static final int MOST_LETTERS = 2_000;

    private LogTail() {}

    static Map<String, Object> of(Run run) {
        Deque<Object> last = new ArrayDeque<>();
        long lines = 0;
        for (Iterator<LogLine> all = run.printed().iterator(); all.hasNext(); lines++) {
            LogLine line = all.next();
            if (last.size() == MOST_LINES) {
                last.removeFirst();
            }
            last.addLast(Map.of("text", Shown.cut(line.text(), MOST_LETTERS), "error", line.error()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", List.copyOf(last));
        json.put("before", lines - last.size());
        return json;
    }
}
