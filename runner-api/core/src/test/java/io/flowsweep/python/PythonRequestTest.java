package io.flowsweep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.PythonSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonRequestTest {

    @TempDir
    Path folder;

    private PythonRequest request(Map<String, ?> values) {
        return PythonRequest.of(values, folder, UnaryOperator.identity(), "sweep.conf:3");
    }

    @Test
    void aMarkThatAnEditorHasPutInFrontIsNoPartOfTheFirstLine() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "\uFEFFnumpy==2.1.3\r\nscipy\r\n");

        assertThat(request(Map.of("requirements", "a.txt")).settings().requirements())
                .containsExactly("numpy==2.1.3", "scipy");
    }

    @Test
    void linesAreThoseThatPipWouldRead() throws IOException {
        Files.writeString(folder.resolve("a.txt"), """
                # what we need
                numpy==2.1.3   # the fast one
                pandas==2.2.0 \\
                    --hash=sha256:abc \\
                    --hash=sha256:def
                -r b.txt
                --requirement=b.txt
                -c c.txt
                --extra-index-url https://example.org/simple
                tool @ https://example.org/tool.zip#sha256=12
                torch>=2 ; python_version < "3.13"
                """);
        Files.writeString(folder.resolve("b.txt"), "scipy\n\n");
        Files.writeString(folder.resolve("c.txt"), "urllib3<2\n");

        PythonRequest request = request(Map.of("packages", "rich", "requirements", "a.txt"));

        assertThat(request.settings().requirements())
                .containsExactly(
                        "rich",
                        "numpy==2.1.3",
                        "pandas==2.2.0 --hash=sha256:abc --hash=sha256:def",
                        "scipy",
                        "--extra-index-url https://example.org/simple",
                        "tool @ https://example.org/tool.zip#sha256=12",
                        "torch>=2 ; python_version < \"3.13\"");
        assertThat(request.settings().constraints()).containsExactly("urllib3<2");
        assertThat(request.files())
                .containsExactlyInAnyOrder(folder.resolve("a.txt"), folder.resolve("b.txt"), folder.resolve("c.txt"));
    }

    @Test
    void theDigestIsOfWhatIsInstalled() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "numpy\nscipy\n");
        String inFile =
                request(Map.of("requirements", List.of("a.txt"))).settings().digest();

        assertThat(request(Map.of("packages", List.of("scipy", "numpy")))
                        .settings()
                        .digest())
                .isEqualTo(inFile);
        Files.writeString(folder.resolve("a.txt"), "numpy  # a comment\n\nscipy\n");
        assertThat(request(Map.of("requirements", "a.txt")).settings().digest()).isEqualTo(inFile);
        Files.writeString(folder.resolve("a.txt"), "numpy==2\nscipy\n");
        assertThat(request(Map.of("requirements", "a.txt")).settings().digest()).isNotEqualTo(inFile);
        assertThat(request(Map.of("python", "3.11", "packages", List.of("numpy", "scipy")))
                        .settings()
                        .digest())
                .isNotEqualTo(inFile);
    }

    @Test
    void aLocalFolderCountsByItsContentAndNotByItsPlace() throws IOException {
        for (String place : List.of("here", "there")) {
            Files.createDirectories(folder.resolve(place + "/lib/__pycache__"));
            Files.writeString(folder.resolve(place + "/pyproject.toml"), "[project]\nname = \"lib\"\n");
            Files.writeString(folder.resolve(place + "/lib/__init__.py"), "x = 1\n");
        }
        Files.writeString(folder.resolve("there/lib/__pycache__/made.pyc"), "whatever");
        String here = request(Map.of("packages", "./here[extra]")).settings().digest();

        assertThat(request(Map.of("packages", "./there")).settings().digest()).isEqualTo(here);
        Files.writeString(folder.resolve("there/lib/__init__.py"), "x = 2\n");
        assertThat(request(Map.of("packages", "./there")).settings().digest()).isNotEqualTo(here);
    }

    @Test
    void aPathWithASpaceIsOneWord() throws IOException {
        Path work = Files.createDirectories(folder.resolve("my work/lib")).getParent();
        Files.writeString(work.resolve("requirements.txt"), "-e ./lib[extra]\n--find-links ./lib\n");

        PythonSettings settings = PythonRequest.of(
                        Map.of("requirements", "requirements.txt", "packages", "./lib"), work)
                .settings();

        assertThat(settings.local().keySet())
                .containsExactlyInAnyOrder(
                        "-e " + folder.toUri() + "my%20work/lib[extra]", folder.toUri() + "my%20work/lib");
        assertThat(settings.requirements()).containsExactly("--find-links " + folder.toUri() + "my%20work/lib");
    }

    @Test
    void aCopyIsReadInThePlaceOfAFile() throws IOException {
        Files.writeString(folder.resolve("kept.txt"), "numpy==1\n");
        Files.writeString(folder.resolve("a.txt"), "numpy==2\n");

        PythonRequest request = PythonRequest.of(
                Map.of("requirements", "a.txt"),
                folder,
                file -> file.endsWith("a.txt") ? folder.resolve("kept.txt") : file,
                "");

        assertThat(request.settings().requirements()).containsExactly("numpy==1");
        assertThat(request.files()).containsExactly(folder.resolve("a.txt"));
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "numpy\n-r b.txt\n");

        assertThatThrownBy(() -> request(Map.of("requirements", "nosuch.txt")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sweep.conf:3: there is no file " + folder.resolve("nosuch.txt")
                        + ". A relative path starts in the folder of the file that names it.");
        assertThatThrownBy(() -> request(Map.of("requirements", "a.txt")))
                .hasMessageStartingWith(folder.resolve("a.txt") + ":2: there is no file " + folder.resolve("b.txt"));
        assertThatThrownBy(() -> request(Map.of("packages", "--pre")))
                .hasMessage(
                        "sweep.conf:3: \"--pre\" is an option, not a package. Put options into a file of requirements,"
                                + " or into the configuration of pip.");
        assertThatThrownBy(() -> request(Map.of("packages", "./lib")))
                .hasMessageStartingWith("sweep.conf:3: there is no package " + folder.resolve("lib"));
        Files.write(folder.resolve("bytes.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> request(Map.of("requirements", "bytes.txt")))
                .hasMessage(folder.resolve("bytes.txt") + ": this is no text in UTF-8. Save it as UTF-8.");
    }
}
