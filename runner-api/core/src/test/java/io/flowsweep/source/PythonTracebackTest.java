package io.flowsweep.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Failure;
import org.junit.jupiter.api.Test;

class PythonTracebackTest {

    private static Failure failure(String printed) {
        PythonTraceback traceback = new PythonTraceback(file -> file.startsWith("/flow/"));
        printed.lines().forEach(traceback::add);
        return traceback.failure().orElseThrow();
    }

    @Test
    void theExceptionWithTheInnermostFrameOfOnesOwn() {
        Failure failure = failure("""
                at work
                Traceback (most recent call last):
                  File "/flow/train.py", line 7, in fit
                    work()
                  File "/lib/numpy.py", line 99, in work
                    raise numpy.LinAlgError("singular: 3")
                numpy.linalg.LinAlgError: singular: 3
                second line
                """);

        assertThat(failure.kind()).isEqualTo("LinAlgError");
        assertThat(failure.message()).isEqualTo("singular: 3");
        assertThat(failure.where()).contains("fit (train.py:7)");
        assertThat(failure.stack().orElseThrow()).startsWith("Traceback").endsWith("singular: 3\n");
    }

    @Test
    void ofAGroupItsFirstMember() {
        Failure failure = failure("""
                  + Exception Group Traceback (most recent call last):
                  |   File "/flow/train.py", line 11, in main
                  |     async with asyncio.TaskGroup() as group:
                  | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/flow/train.py", line 4, in fit
                    |     raise ValueError("no data")
                    | ValueError: no data
                    +---------------- 2 ----------------
                    | Traceback (most recent call last):
                    |   File "/flow/train.py", line 5, in predict
                    |     raise TypeError
                    | TypeError
                    +------------------------------------
                the end
                """);

        assertThat(failure.kind()).isEqualTo("ExceptionGroup");
        assertThat(failure.message())
                .isEqualTo("unhandled errors in a TaskGroup (2 sub-exceptions), first ValueError: no data");
        assertThat(failure.where()).contains("fit (train.py:4)");
        assertThat(failure.stack().orElseThrow().lines())
                .hasSize(15)
                .last()
                .asString()
                .contains("+-----");
    }

    @Test
    void anExceptionAfterAGroupCounts() {
        assertThat(failure("""
                  + Exception Group Traceback (most recent call last):
                  |   File "/flow/train.py", line 1, in main
                  | ExceptionGroup: many (1 sub-exception)
                  +-+---------------- 1 ----------------
                    | ValueError
                    +------------------------------------
                Traceback (most recent call last):
                  File "/flow/train.py", line 2, in main
                KeyError: 'k'
                """).kind()).isEqualTo("KeyError");
    }
}
