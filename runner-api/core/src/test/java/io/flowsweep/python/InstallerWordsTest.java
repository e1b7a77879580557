package io.flowsweep.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstallerWordsTest {

    @Test
    void progressIsWhatTakesTime() {
        assertThat(InstallerWords.progress("  Downloading numpy-2.1.3-cp311-manylinux.whl (16.3 MB)"))
                .contains("fetching numpy-2.1.3-cp311-manylinux.whl (16.3 MB)");
        assertThat(InstallerWords.progress("  Downloading https://me:hush@example.org/files/tool-1.0.tar.gz (3 kB)"))
                .contains("fetching tool-1.0.tar.gz (3 kB)");
        assertThat(InstallerWords.progress("  Downloading numpy-2.1.3-cp311-manylinux.whl.metadata (62 kB)"))
                .isEmpty();
        assertThat(InstallerWords.progress("Building wheels for collected packages: tool, other"))
                .isEmpty();
        assertThat(InstallerWords.progress("  Building wheel for tool (pyproject.toml): started"))
                .contains("building tool");
        assertThat(InstallerWords.progress("Installing collected packages: beta, alpha"))
                .contains("installing beta, alpha");
        assertThat(InstallerWords.progress("Collecting numpy")).isEmpty();
    }

    @Test
    void ofABuildThatFailsTheReasonIsTold() {
        String output = """
                Processing ./tool
                  Building wheel for tool (pyproject.toml): finished with status 'error'
                  error: subprocess-exited-with-error
                  × Building wheel for tool (pyproject.toml) did not run successfully.
                  │ exit code: 1
                  ╰─> [3 lines of output]
                      Traceback (most recent call last):
                        File "setup.py", line 3, in <module>
                      RuntimeError: no compiler here
                      [end of output]
                  note: This error originates from a subprocess, and is likely not a problem with pip.
                  ERROR: Failed building wheel for tool
                ERROR: Could not build wheels for tool, which is required to install pyproject.toml-based projects
                """;

        assertThat(InstallerWords.complaint(output.lines().toList()))
                .isEqualTo(
                        "RuntimeError: no compiler here; Failed building wheel for tool; Could not build wheels for tool,"
                                + " which is required to install pyproject.toml-based projects");
    }

    @Test
    void ofManyVersionsTheNewestAreTold() {
        String output = """
                ERROR: Ignored the following versions that require a different python version: 2.5.0 Requires-Python >=3.12
                ERROR: Could not find a version that satisfies the requirement a==9 (from versions: 1, 2, 3, 4, 5, 6, 7, 8)
                ERROR: No matching distribution found for a==9
                """;

        assertThat(InstallerWords.complaint(output.lines().toList()))
                .isEqualTo(
                        "Could not find a version that satisfies the requirement a==9 (from versions: …, 3, 4, 5, 6, 7, 8);"
                                + " No matching distribution found for a==9");
    }

    @Test
    void ofAProgramThatPipHasRunItsLastWordIsTold() {
        String output = """
                Collecting bar@ git+https://me:hush@127.0.0.1:9/bar.git
                  Running command git clone --quiet https://me:hush@127.0.0.1:9/bar.git /tmp/bar
                  fatal: unable to access 'https://127.0.0.1:9/bar.git/': Couldn't connect to server
                  error: subprocess-exited-with-error

                  × git clone --quiet https://me:hush@127.0.0.1:9/bar.git /tmp/bar did not run successfully.
                  │ exit code: 128
                  ╰─> See above for output.

                  note: This error originates from a subprocess, and is likely not a problem with pip.
                error: subprocess-exited-with-error

                × git clone --quiet https://me:hush@127.0.0.1:9/bar.git /tmp/bar did not run successfully.
                │ exit code: 128
                ╰─> See above for output.
                """;

        assertThat(InstallerWords.complaint(output.lines().toList()))
                .isEqualTo("fatal: unable to access 'https://127.0.0.1:9/bar.git/': Couldn't connect to server;"
                        + " git clone --quiet https://***@127.0.0.1:9/bar.git /tmp/bar did not run successfully");
    }

    @Test
    void withoutAWordOfErrorTheLastLinesAreTold() {
        assertThat(InstallerWords.complaint("one\n\ntwo\n".lines().toList())).isEqualTo("one; two");
    }
}
