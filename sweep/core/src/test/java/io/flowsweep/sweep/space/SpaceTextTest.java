package io.flowsweep.sweep.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a space says as a file means the same when it is read. */
class SpaceTextTest {

    private static final int SPACES = 120;

    @TempDir
    private Path folder;

    @Test
    void randomSpacesAreReadAsTheyAreWritten() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("F.java"), "class F {}");
        long seed = new Random().nextLong();
        System.out.println("SpaceTextTest seed " + seed);
        RandomSpaces random = new RandomSpaces(seed);
        int read = 0;
        for (int i = 0; i < SPACES; i++) {
            RandomSpaces.Listed listed = random.space(1 + i % 3);
            String text;
            try {
                text = SpaceText.of(listed.space(), folder);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("a sweep file cannot say");
                continue;
            }
            read++;
            assertThat(points(text, listed)).as(text).isEqualTo(new ArrayList<>(new LinkedHashSet<>(listed.points())));
        }
        assertThat(read).isGreaterThan(SPACES / 2);
    }

    private List<Map<String, Object>> points(String text, RandomSpaces.Listed listed) {
        String base = listed.space().axes().stream()
                .map(axis -> axis.relativePath() + " = 999\n")
                .collect(Collectors.joining("", "flow = F.java\nconfig {\n", "}\n"));
        SweepText whole = new SweepText(base + text, Optional.empty());
        Space space = new Variants(SweepFile.ofText(whole, folder.resolve("s.conf"), List.of())).space();
        return IntStream.range(0, space.size().intValueExact())
                .mapToObj(space::get)
                .map(point -> (Map<String, Object>) new LinkedHashMap<>(point))
                .toList();
    }
}
