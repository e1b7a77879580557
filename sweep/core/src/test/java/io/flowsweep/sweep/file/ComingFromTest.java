package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual's tables for people of other tools tell to write can be written. */
class ComingFromTest {

    private static final Path PAGE = Path.of("../../docs/sweep-file.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    Path dir;

    @Test
    void everythingInTheLastColumnIsRead() throws IOException {
        SweepFolder folder = SweepFolder.in(dir);
        folder.write("net/wide.conf", "width = 9");
        folder.write("points.csv", "lr,batch\n0.2,8\n");
        int overrides = 0;
        int fragments = 0;
        for (String cell : cells()) {
            for (Matcher code = CODE.matcher(cell); code.find(); ) {
                String text = code.group(1);
                String base = "config { lr = 0.1, batch = 8, opt { name = sgd, momentum = 0.5 } }\n";
                if (text.matches("[a-z]+=.*")) {
                    assertThat(new Variants(folder.load(base, text)).get(0).name())
                            .as(text)
                            .isNotEmpty();
                    overrides++;
                } else if (text.matches("[a-z]+ (=|\\{).*")) {
                    String file = text.startsWith("config") ? text : base + text;
                    assertThat(new Variants(folder.load(file)).get(0).name())
                            .as(text)
                            .isNotEmpty();
                    fragments++;
                }
            }
        }
        assertThat(overrides).isGreaterThan(3);
        assertThat(fragments).isGreaterThan(25);
    }

    private static List<String> cells() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf("## Coming from Hydra"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ")[1])
                .toList();
    }
}
