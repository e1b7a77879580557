package io.flowsweep.executor.admission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers of processors as Linux writes them: {@code 0-3,8}. */
public final class CpuList {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private CpuList() {}

    /** @throws IllegalArgumentException when the text is no such list */
    public static List<Integer> parse(String text) {
        return Stream.of(text.strip().split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(CpuList::range)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Integer> range(String part) {
        int dash = part.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
        return IntStream.rangeClosed(first, last).boxed();
    }

    public static String format(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The processors that this process may run on; none where the system does not say. */
    static List<Integer> allowed() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .findFirst()
                    .map(line -> parse(line.substring(ALLOWED.length())))
                    .orElse(List.of());
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
