package io.flowsweep.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.store.ThisMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(900)
class ToolTest {

    @Test
    void endsWhatIsLeftOfItBeforeItReturns() throws IOException {
        AtomicLong left = new AtomicLong();
        Tool.Result result = Tool.run(
                List.of("sh", "-c", "sleep 1000 & echo $!; exit 3"),
                System.getenv(),
                Path.of("/"),
                line -> left.set(Long.parseLong(line)));

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.lines()).containsExactly(Long.toString(left.get()));
        assertThat(ThisMachine.lives(left.get())).isFalse();
    }
}
