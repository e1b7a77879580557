package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} and {@code import}: a sweep as one file, and files that are none. */
@Timeout(600)
class ArchiveTest {

    @TempDir
    static Path path;

    private static TrainFolder folder;
    private static Path zip;

    @TempDir
    private Path elsewhere;

    @BeforeAll
    static void exportOne() {
        folder = TrainFolder.in(path);
        folder.run(TrainFolder.SWEEP);
        zip = path.resolve("train.zip");
        Cli cli = folder.flowsweep("export", "train", "-o", zip.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).isEqualTo(zip + "\n");
    }

    private Cli inOtherStore(String... words) {
        return new TrainFolder(elsewhere).flowsweep(words);
    }

    @Test
    void whatIsImportedIsAllThatWasExported() throws IOException {
        Cli imported = inOtherStore("import", zip.toString());

        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("with 18 new runs");
        for (String[] words : new String[][] {
            {"results", "train", "--csv"}, {"results", "train", "--runs", "--json"}, {"logs", "train", "0"}, {"status"}
        }) {
            assertThat(inOtherStore(words).out().replace(elsewhere + "/store", "STORE"))
                    .isEqualTo(folder.flowsweep(words).out().replace(path + "/store", "STORE"));
        }
        assertThat(inOtherStore("diff", "train", "0", "1").out()).contains("config.depth");
        assertThat(inOtherStore("results", "train", "--stats", "accuracy").out())
                .contains("best");
    }

    @Test
    void itHoldsWhatPeopleLookAt() throws IOException {
        Map<String, byte[]> entries = entries(zip);

        assertThat(entries).containsKeys("flowsweep.json", "results/results.csv", "results/report.html");
        assertThat(entries.keySet()).anyMatch(name -> name.matches("results/charts/.*\\.svg"));
        assertThat(entries.keySet())
                .filteredOn(name -> name.endsWith("/run.jsonl"))
                .hasSize(18);
        assertThat(new String(entries.get("results/results.csv"), StandardCharsets.UTF_8))
                .startsWith("variant,rate,");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyOnRequest() {
        assertThat(folder.flowsweep("export", "train", "-o", zip.toString()).err())
                .contains("is there already", "--force");
        assertThat(folder.flowsweep("export", "train", "-o", zip.toString(), "--force")
                        .exit())
                .isZero();
    }

    @Test
    void aSecretInItIsTold() {
        TrainFolder own = TrainFolder.in(elsewhere);
        own.write("Train.java", TrainFolder.FLOW.replace("int seed)", "int seed, String apiKey, String from)"));
        own.run(TrainFolder.SWEEP.replace(
                "seed = 0 }", "seed = 0, api_key = abc, from = \"https://me:hush@host/x\" }"));

        Cli cli = own.flowsweep("export", "-o", elsewhere.resolve("s.zip").toString());

        assertThat(cli.err())
                .contains("warning: the archive holds the values of config.api_key, config.from", "--masked");
    }

    @Test
    void aMaskedOneHoldsNoSecretAndCanBeLookedAt() throws IOException {
        TrainFolder own = TrainFolder.in(elsewhere);
        String flow = TrainFolder.FLOW
                .replace("int seed)", "int seed, String apiKey, String from)")
                .replace("void start() {", "void start() { System.out.println(\"api_key = \" + config.apiKey());");
        own.write("Train.java", flow);
        own.run(
                TrainFolder.SWEEP.replace(
                        "seed = 0 }", "seed = 0, api_key = hunter2, from = \"https://me:hush@host/x\" }"),
                "++api_key=hunter22");
        Path file = elsewhere.resolve("masked.zip");

        Cli cli = own.flowsweep("export", "-o", file.toString(), "--masked");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(entries(file))
                .hasSizeGreaterThan(20)
                .allSatisfy((name, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain("hunter2")
                        .doesNotContain("hush"));
        TrainFolder other = new TrainFolder(Files.createDirectory(elsewhere.resolve("other")));
        assertThat(other.flowsweep("import", file.toString()).out()).contains("with 18 new runs");
        for (String verb : new String[] {"results", "status"}) {
            assertThat(other.flowsweep(verb, "train").out().replace(elsewhere + "/other/store", "STORE"))
                    .isEqualTo(own.flowsweep(verb, "train").out().replace(elsewhere + "/store", "STORE"));
        }
        assertThat(other.flowsweep("logs", "train", "0").out()).contains("api_key = ***");
        assertThat(other.flowsweep("provenance", "train", "--file", "train.conf")
                        .out())
                .contains("api_key = ***");
    }

    @Nested
    class Refused {

        @Test
        void isASweepThatIsThereAlready() {
            assertThat(folder.flowsweep("import", zip.toString()).err())
                    .contains("is in this store already", "flowsweep rm train");
        }

        @Test
        void isWhateverIsNoArchive() throws IOException {
            Path text = Files.writeString(elsewhere.resolve("a.zip"), "no zip");

            assertThat(inOtherStore("import", text.toString()).err()).contains("it is no zip file");
            assertThat(inOtherStore("import", "none.zip").err()).contains("there is no such file");
            assertThat(importing(Map.of("readme.txt", "x".getBytes(StandardCharsets.UTF_8)))
                            .err())
                    .contains("there is no flowsweep.json in it");
        }

        @Test
        void areNamesThatLeadOutOfTheStore() throws IOException {
            for (String name : new String[] {
                "store/../../evil.jsonl",
                "../evil",
                "/tmp/evil",
                "store/sweeps/other-12345678/journal.0.jsonl",
                "store/flows/Train/runs/../../x/run.jsonl",
                "store/flows/Train/runs/r1/.bashrc",
                "results/../x",
                "store\\evil"
            }) {
                Map<String, byte[]> entries = entries(zip);
                entries.put(name, "x\n".getBytes(StandardCharsets.UTF_8));

                Cli cli = importing(entries);

                assertThat(cli.exit()).as(name).isEqualTo(2);
                assertThat(cli.err()).as(name).contains("which is no part of a sweep");
                assertThat(elsewhere.resolve("store")).doesNotExist();
            }
        }

        @Test
        void isWhatIsInItTwice() throws IOException {
            Map<String, byte[]> entries = entries(zip);
            String run = entries.keySet().stream()
                    .filter(name -> name.endsWith("/run.jsonl"))
                    .findFirst()
                    .orElseThrow();
            String twin = run.replace("run.jsonl", "run.jsonk");
            entries.put(twin, "other\n".getBytes(StandardCharsets.UTF_8));
            Path file = zipped(entries);
            renameInPlace(file, twin, run);

            Cli cli = inOtherStore("import", file.toString());

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("it holds \"" + run + "\" twice");
            assertThat(elsewhere.resolve("store/sweeps")).doesNotExist();
        }

        /** What writes zip files refuses two entries of one name; the bytes of the names, which have one length, do not. */
        private static void renameInPlace(Path file, String from, String to) throws IOException {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Files.write(file, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        }

        @Test
        void isWhatExpandsToAbsurdlyMuch() throws IOException {
            Map<String, byte[]> entries = entries(zip);
            entries.put("store/flows/Train/runs/bomb/host-1.out", new byte[200 << 20]);

            Cli cli = importing(entries);

            assertThat(cli.err()).contains("expands to more than", "far more than a sweep");
            assertThat(elsewhere.resolve("store/sweeps")).doesNotExist();
        }

        @Test
        void isADamagedBlobAndAJournalOfAnotherSweep() throws IOException {
            Map<String, byte[]> entries = entries(zip);
            String blob = entries.keySet().stream()
                    .filter(name -> name.startsWith("store/blobs/"))
                    .findFirst()
                    .orElseThrow();
            entries.put(blob, "other".getBytes(StandardCharsets.UTF_8));
            assertThat(importing(entries).err()).contains("it is damaged", blob);

            Map<String, byte[]> other = entries(zip);
            String journal = other.keySet().stream()
                    .filter(name -> name.contains("/journal."))
                    .findFirst()
                    .orElseThrow();
            other.put(journal, "{\"v\":2,\"event\":\"CodeAccepted\"}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(importing(other).err()).contains("is no journal");
        }

        @Test
        void isARunThatTheStoreHasOtherwise() throws IOException {
            Map<String, byte[]> entries = entries(zip);
            String run = entries.keySet().stream()
                    .filter(name -> name.endsWith("/run.jsonl"))
                    .findFirst()
                    .orElseThrow();
            Path there = elsewhere.resolve(run);
            Files.createDirectories(there.getParent());
            Files.writeString(there, "mine\n");

            assertThat(inOtherStore("import", zip.toString()).err()).contains("the store has another");
            assertThat(there).hasContent("mine");
        }

        private Cli importing(Map<String, byte[]> entries) throws IOException {
            return inOtherStore("import", zipped(entries).toString());
        }

        private Path zipped(Map<String, byte[]> entries) throws IOException {
            Path file = elsewhere.resolve("crafted.zip");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    out.putNextEntry(new ZipEntry(entry.getKey()));
                    out.write(entry.getValue());
                    out.closeEntry();
                }
            }
            return file;
        }
    }

    @Test
    void theSameSweepGivesTheSameStore() throws IOException {
        inOtherStore("import", zip.toString());

        try (Stream<Path> files = Files.walk(elsewhere.resolve("store"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zipped = new ZipInputStream(in)) {
            for (ZipEntry entry = zipped.getNextEntry(); entry != null; entry = zipped.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                zipped.transferTo(content);
                entries.put(entry.getName(), content.toByteArray());
            }
        }
        return entries;
    }
}
