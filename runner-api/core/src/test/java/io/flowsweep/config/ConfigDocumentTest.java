package io.flowsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDocumentTest {

    @TempDir
    Path dir;

    private ConfigDocument text(String hocon) {
        return ConfigDocument.ofText(hocon, "test.conf", dir, dir);
    }

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ConfigDocument load(String name) {
        return ConfigDocument.load(dir.resolve(name), dir);
    }

    @Nested
    class Edits {

        @Test
        void mayHoldSubstitutionsWhichFindTheDocument() {
            ConfigDocument edited = text("a = 1, b = 2")
                    .withSubstitutions("b", "x${a}-${config.a}\"", "here")
                    .withSubstitutions("c", List.of("${a}", Map.of("d", "${a}")), "here");
            assertThat(edited.resolve().values())
                    .isEqualTo(Map.of("a", 1L, "b", "x1-1\"", "c", List.of(1L, Map.of("d", 1L))));
            assertThat(edited.resolve().origin("c")).contains("here");
            assertThatThrownBy(() -> text("a = 1").withSubstitutions("a", "${a b{c}", "here"))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void takeAPathAway() {
            assertThat(text("a { b = 1, c = 2 }, d = ${a.c}")
                            .without("a.b")
                            .resolve()
                            .values())
                    .isEqualTo(Map.of("a", Map.of("c", 2L), "d", 2L));
            assertThat(text("a = 1").with("b", 2).without("b").resolve().values())
                    .isEqualTo(Map.of("a", 1L));
        }

        @Test
        void settleIntoTheRootAndHideTheKeysThatTheySet() {
            ConfigDocument settled = text("a = 1, b = 2").with("a", 5, "here").settled();
            assertThat(settled.root().get("a").unwrapped()).isEqualTo(5L);
            assertThat(settled.keys()).extracting(KeyPlace::path).containsExactly("b");
        }

        @Test
        void canTellSubstitutions() {
            ConfigDocument document = text("a = 1, b = [${a}], c { d = ${a} }, e = [1]");
            assertThat(List.of("b", "c", "c.d")).allMatch(document::hasSubstitution);
            assertThat(List.of("a", "e", "nope")).noneMatch(document::hasSubstitution);
        }
    }

    @Nested
    class Values {

        @Test
        void numbersAreCanonicalWhetherFromTextOrFromCode() {
            Map<String, Object> fromText =
                    text("a=1,b=1.0,c=1e3,d=1.50,e=007,f=-0").resolve().values();
            assertThat(fromText).isEqualTo(Map.of("a", 1L, "b", 1L, "c", 1000L, "d", 1.5, "e", 7L, "f", 0L));
            ConfigDocument coded = ConfigDocument.of(Map.of("a", 1.0, "b", 1, "c", 1000f), "code");
            assertThat(coded.resolve().values()).isEqualTo(Map.of("a", 1L, "b", 1L, "c", 1000L));
        }

        @Test
        void thatStandForMoreThanAnyMemoryHoldsAreRefused() throws IOException {
            StringBuilder lists = new StringBuilder("a0 = [1, 2, 3, 4, 5, 6, 7, 8]\n");
            StringBuilder texts = new StringBuilder("a0 = xxxxxxxxxx\n");
            for (int i = 1; i < 20; i++) {
                String one = "${a" + (i - 1) + "}";
                lists.append("a" + i + " = [" + String.join(", ", List.of(one, one, one, one, one, one)) + "]\n");
                texts.append("a" + i + " = " + one.repeat(10) + "\n");
            }
            assertThatThrownBy(() -> text(lists.toString()).resolve()).hasMessageContaining("make more than");
            assertThatThrownBy(() -> text(texts.toString()).resolve()).hasMessageContaining("make more than");
            assertThat(text("a = \"${b c\", x = \"${}\", d = ${a}").resolve().values())
                    .containsEntry("d", "${b c");

            StringBuilder yaml = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8]\n");
            for (int i = 1; i < 20; i++) {
                String one = "*a" + (i - 1);
                yaml.append("a" + i + ": &a" + i + " [" + String.join(", ", List.of(one, one, one, one, one)) + "]\n");
            }
            write("bomb.yaml", yaml.toString());
            assertThatThrownBy(() -> load("bomb.yaml"))
                    .hasMessageMatching(".*bomb.yaml:\\d+: its aliases make more than 1000000 values");

            for (int i = 0; i < 12; i++) {
                write("i" + i + ".conf", ("include \"i" + (i + 1) + ".conf\"\n").repeat(4));
            }
            write("i12.conf", "x = 1");
            assertThatThrownBy(() -> load("i0.conf")).hasMessageContaining("more than 1000 files are included");
        }

        @Test
        void nullsAndEmptyObjectsAreKept() {
            ResolvedConfig resolved = text("n=null\no={}\nl=[null]\nx{y=null}").resolve();
            assertThat(resolved.values()).hasToString("{l=[null], n=null, o={}, x={y=null}}");
            assertThat(resolved.paths()).containsExactly("l", "n", "o", "x.y");
            assertThat(resolved.has("n")).isTrue();
            assertThat(resolved.has("x.y")).isTrue();
            assertThat(resolved.has("x.z")).isFalse();
            assertThat(resolved.has("n.z")).isFalse();
        }

        @Test
        void theEnvironmentNeverEnters() {
            assertThat(System.getenv()).containsKey("PATH");
            assertThat(text("a = ${?PATH}, b = 1").resolve().values()).isEqualTo(Map.of("b", 1L));
            assertThatThrownBy(() -> text("a = ${PATH}").resolve())
                    .hasMessage(
                            "test.conf:1: ${PATH} is not defined. Environment variables are not read in files: the shell can put one in, as"
                                    + " \"key=$NAME\" behind the file, and runs inherit those of the shell");
        }

        @Test
        void quotedSegmentsAreKeysWithDots() {
            ResolvedConfig resolved = text("hosts { \"a.b\" { port = 1 } }").resolve();
            assertThat(resolved.paths()).containsExactly("hosts.\"a.b\".port");
            assertThat(resolved.value("hosts.\"a.b\".port")).contains(1L);
        }

        @Test
        void plainKeysAreKeysNotPathsAndTextsAreNoSubstitutions() {
            ResolvedConfig resolved =
                    ConfigDocument.of(Map.of("a.b", "${x}"), "code").resolve();
            assertThat(resolved.values()).isEqualTo(Map.of("a.b", "${x}"));
            assertThat(resolved.origin("\"a.b\"")).contains("code");
        }

        @Test
        void jsonFilesAreReadAsJson() throws IOException {
            write("a.json", "{\"b\": \"${x}\", \"a\": [1, 2.5]}");
            assertThat(load("a.json").resolve().values()).isEqualTo(Map.of("a", List.of(1L, 2.5), "b", "${x}"));
        }

        @Test
        void aByteOrderMarkIsSkipped() throws IOException {
            write("a.conf", "\uFEFFa = 1");
            assertThat(load("a.conf").resolve().values()).isEqualTo(Map.of("a", 1L));
        }
    }

    @Nested
    class Overrides {

        @Test
        void reachSubstitutions() {
            ConfigDocument base = text("lr = 0.1\nname = ${lr}x");
            assertThat(base.with("lr", 0.5).resolve().values()).isEqualTo(Map.of("lr", 0.5, "name", "0.5x"));
            assertThat(base.resolve().value("name")).contains("0.1x");
        }

        @Test
        void replaceObjectsInsteadOfMerging() {
            ConfigDocument base = text("opt { type = sgd, momentum = 0.9 }");
            assertThat(base.with("opt", Map.of("type", "adam")).resolve().values())
                    .isEqualTo(Map.of("opt", Map.of("type", "adam")));
            assertThat(base.with("opt", Map.of()).resolve().values()).isEqualTo(Map.of("opt", Map.of()));
        }

        @Test
        void reachIntoAnObjectThatComesFromASubstitution() {
            ConfigDocument base = text("defaults { lr = 1, m = 2 }\nopt = ${defaults}\nsum = ${opt.lr}");
            assertThat(base.with("opt.lr", 5).resolve().values())
                    .isEqualTo(
                            Map.of("defaults", Map.of("lr", 1L, "m", 2L), "opt", Map.of("lr", 5L, "m", 2L), "sum", 5L));
            ConfigDocument joined = text("defaults { lr = 1, m = 2 }\nopt = ${defaults} { m = 3 }");
            assertThat(joined.with("opt.lr", 5).resolve().value("opt")).contains(Map.of("lr", 5L, "m", 3L));
        }

        @Test
        void replaceAnObjectThatComesFromASubstitution() {
            ConfigDocument base = text("defaults { lr = 1 }\nopt = ${defaults} { m = 3 }");
            assertThat(base.with("opt", Map.of("x", 1)).resolve().value("opt")).contains(Map.of("x", 1L));
        }

        @Test
        void laterOnesWin() {
            ConfigDocument base = text("a { b = 1, c = 2 }");
            assertThat(base.with("a.b", 5)
                            .with("a", Map.of("d", 1))
                            .with("a.e", 6)
                            .resolve()
                            .values())
                    .isEqualTo(Map.of("a", Map.of("d", 1L, "e", 6L)));
            assertThat(base.with("a.b", 5).with("a.b", 6).resolve().value("a.b"))
                    .contains(6L);
        }

        @Test
        void mayBeNullAndMayAddPaths() {
            Map<String, Object> values =
                    text("a = 1").with("a", null).with("x.y", "z").resolve().values();
            Map<String, Object> expected = new HashMap<>(Map.of("x", Map.of("y", "z")));
            expected.put("a", null);
            assertThat(values).isEqualTo(expected);
        }

        @Test
        void intoAListAreRefusedInsteadOfTurningItIntoAnObject() {
            assertThatThrownBy(() -> text("xs = [{a=1}, {a=2}]").with("xs.0.a", 5))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(
                            "\"xs.0.a\" cannot be set: \"xs\" is a list (test.conf:1). Give the whole list \"xs\".");
        }

        @Test
        void intoAScalarAreRefused() {
            assertThatThrownBy(() -> text("\nx = 3").with("x.a", 5, "s.conf:9"))
                    .hasMessage(
                            "s.conf:9: \"x.a\" cannot be set: \"x\" is the number 3 (test.conf:2). Set \"x\" itself.");
            assertThat(text("x = null").with("x.a", 5).resolve().values()).isEqualTo(Map.of("x", Map.of("a", 5L)));
        }

        @Test
        void carryTheirPlace() {
            ResolvedConfig resolved =
                    text("a = 1\nb = ${a}").with("a", 2, "s.conf:9").resolve();
            assertThat(resolved.origin("a")).contains("s.conf:9");
        }

        @Test
        void leaveTheOriginalAsItWas() {
            ConfigDocument base = text("a = 1");
            base.with("a", 2);
            assertThat(base.resolve().values()).isEqualTo(Map.of("a", 1L));
        }
    }

    @Nested
    class Names {

        @Test
        void ownKeysAreFoundPlainAndUnderConfig() {
            assertThat(text("a = 1, b = ${a}, c = ${config.b}")
                            .with("a", 2)
                            .resolve()
                            .values())
                    .isEqualTo(Map.of("a", 2L, "b", 2L, "c", 2L));
        }

        @Test
        void letIsSeenAndNotPartOfTheResult() {
            ConfigDocument let = text("let { n = 3, m = ${machine.cpus} }, machine { cpus = 8 }");
            assertThat(text("a = ${let.n}, b = ${let.m}").resolve(let).values()).isEqualTo(Map.of("a", 3L, "b", 8L));
        }

        @Test
        void anOwnKeyHidesAnOuterNameWhole() {
            ConfigDocument let = text("machine { cpus = 8, memory = 9 }");
            assertThat(text("machine { cpus = 1 }, a = ${machine.cpus}")
                            .resolve(let)
                            .values())
                    .isEqualTo(Map.of("machine", Map.of("cpus", 1L), "a", 1L));
        }

        @Test
        void earlierValuesAreBuiltUpon() {
            assertThat(text("xs = [1]\nxs += ${b}\np = a\np = ${p}b\nb = 2")
                            .resolve()
                            .values())
                    .isEqualTo(Map.of("xs", List.of(1L, 2L), "p", "ab", "b", 2L));
        }

        @Test
        void earlierValuesThatTheLibraryWouldLoseAreRefused() {
            ConfigDocument document = text("b = 2\nxs = [1]\nxs += ${config.b}");
            assertThatThrownBy(document::resolve)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("test.conf:3: \"xs\" builds on its own earlier value");
            assertThat(document.with("xs", List.of(3)).resolve().value("xs")).contains(List.of(3L));
        }

        @Test
        void aValueIsResolvedByTheGivenNamesAlone() {
            ConfigDocument names = text("let { n = 3 }");
            ConfigDocument document = text("a = [1]\na += ${let.n}\nb = 5\nc = ${b}");
            assertThat(ConfigDocument.resolveValue("a", document.root().get("a"), names)
                            .unwrapped())
                    .isEqualTo(List.of(1, 3));
            assertThatThrownBy(() ->
                            ConfigDocument.resolveValue("c", document.root().get("c"), names))
                    .hasMessage("test.conf:4: ${b} is not defined. There are: let.n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"config", "let"})
        void reservedOnesAreRefusedAtTheTop(String name) {
            assertThatThrownBy(() -> text("a = 1\n" + name + " = 2").resolve())
                    .hasMessageStartingWith(
                            "test.conf:2: a config document cannot have a top-level key \"" + name + "\"");
        }

        @Test
        void includedFilesFindTheirOwnKeysThoseOfTheIncluderAndLet() throws IOException {
            write("sub/inner.conf", "i = ${own}-${outer}-${let.n}, own = 1");
            write("sub/middle.conf", "include \"inner.conf\"\nnested { include \"inner.conf\" }");
            write("a.conf", "include \"sub/middle.conf\"\nouter = 2\nwhole = ${config.i}");
            ConfigDocument let = text("let { n = 3 }");
            Map<String, Object> values =
                    load("a.conf").with("outer", 7).resolve(let).values();
            assertThat(values).containsEntry("i", "1-7-3").containsEntry("whole", "1-7-3");
            assertThat(values).containsEntry("nested", Map.of("i", "1-7-3", "own", 1L));
        }
    }

    @Nested
    class Origins {

        @Test
        void areFileAndLineAlsoInIncludedFiles() throws IOException {
            Path inner = write("inner.conf", "\n\nb = 1");
            Path outer = write("a.conf", "a = 1\ninclude \"inner.conf\"\nc = [1]\nd = ${a}x");
            ResolvedConfig resolved = load("a.conf").resolve();
            assertThat(resolved.origin("a")).contains(outer + ":1");
            assertThat(resolved.origin("b")).contains(inner + ":3");
            assertThat(resolved.origin("c")).contains(outer + ":3");
            assertThat(resolved.origin("d")).contains(outer + ":4");
            assertThat(resolved.origin("e")).isEmpty();
        }

        @Test
        void areRelativeBelowTheWorkingDirectory() {
            assertThat(SourcePlaces.of(Path.of("src", "x.conf").toAbsolutePath()))
                    .isEqualTo(Path.of("src", "x.conf").toString());
            assertThat(SourcePlaces.of(dir.resolve("x.conf")))
                    .isEqualTo(dir.resolve("x.conf").toString());
        }

        @Test
        void keysComeInTheOrderOfTheTextWithIncludesInPlace() throws IOException {
            write("inner.conf", "z = 1, b = 2");
            write("a.conf", "y = 1\nm { include \"inner.conf\", c = 1 }\na = 1");
            assertThat(load("a.conf").keys())
                    .extracting(KeyPlace::path)
                    .containsExactly("y", "m", "m.z", "m.b", "m.c", "a");
            assertThat(load("a.conf").keys().get(2).where()).isEqualTo(dir.resolve("inner.conf") + ":1");
            assertThat(load("a.conf").files())
                    .containsExactlyInAnyOrder(dir.resolve("a.conf"), dir.resolve("inner.conf"));
        }
    }

    @Nested
    class Includes {

        @ParameterizedTest
        @ValueSource(strings = {"\"nope.conf\"", "required(\"nope.conf\")", "file(\"nope.conf\")", "\"nope\""})
        void thatAreMissingAreErrorsEvenWhenNotRequired(String include) throws IOException {
            write("node.conf", "");
            assertThatThrownBy(() -> text("a = 1\n\ninclude " + include))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("test.conf:3: the included file \"nope")
                    .hasMessageContaining("does not exist");
            assertThatThrownBy(() -> text("include \"nade.conf\"")).hasMessageContaining("Did you mean \"node.conf\"?");
        }

        @ParameterizedTest
        @CsvSource({
            "'url(\"http://127.0.0.1:9/a.conf\")', an address",
            "'required(url(\"file:/etc/hostname\"))', an address",
            "'\"http://127.0.0.1:9/a.conf\"', an address",
            "'\"file:/etc/hostname\"', an address",
            "'classpath(\"reference.conf\")', a resource of the class path",
            "'required(classpath(\"reference.conf\"))', a resource of the class path"
        })
        void fromElsewhereAreRefusedBeforeAnythingIsOpened(String include, String what) {
            assertThatThrownBy(() -> text("a = 1\ninclude " + include))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("test.conf:2: include of ")
                    .hasMessageContaining(what + " cannot be included");
        }

        @Test
        void ofPackagesAreRefused() {
            assertThatThrownBy(() -> text("include package(\"a\", \"b.conf\")"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("test.conf:1: not valid HOCON");
        }

        @Test
        void leaveTheProjectNeitherByPathNorByLink(@TempDir Path elsewhere) throws IOException {
            Path secret = Files.writeString(elsewhere.resolve("secret.conf"), "secret = 1");
            Files.createSymbolicLink(dir.resolve("link.conf"), secret);
            for (String include : List.of(
                    "\"" + secret + "\"",
                    "file(\"" + secret + "\")",
                    "\"../" + elsewhere.getFileName() + "/secret.conf\"",
                    "\"../not-there.conf\"",
                    "\"link.conf\"")) {
                assertThatThrownBy(() -> text("include " + include))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageStartingWith("test.conf:1: the included file ")
                        .hasMessageContaining("lies outside the project");
            }
        }

        @Test
        void mayBeAbsoluteInsideTheProjectAndWithoutExtension() throws IOException {
            Path inside = write("sub/x.conf", "x = 1");
            assertThat(text("include file(\"" + inside + "\")").resolve().values())
                    .isEqualTo(Map.of("x", 1L));
            assertThat(text("include \"sub/x\"").resolve().values()).isEqualTo(Map.of("x", 1L));
        }

        @Test
        void areRelativeToTheFileThatIncludes() throws IOException {
            write("shared/b.conf", "b = 1");
            write("deep/down/a.conf", "include \"../../shared/b.conf\"");
            assertThat(load("deep/down/a.conf").resolve().values()).isEqualTo(Map.of("b", 1L));
        }

        @Test
        void inACircleAreRefused() throws IOException {
            write("a.conf", "include \"b.conf\"");
            write("b.conf", "\ninclude \"a.conf\"");
            assertThatThrownBy(() -> load("a.conf"))
                    .hasMessage(dir.resolve("b.conf") + ":2: " + dir.resolve("a.conf")
                            + " includes itself. Remove one of the includes of the circle.");
        }

        @Test
        void reportSyntaxErrorsInTheIncludedFile() throws IOException {
            write("b.conf", "x = 1\ny = [1, 2");
            assertThatThrownBy(() -> text("include \"b.conf\""))
                    .hasMessageStartingWith(dir.resolve("b.conf") + ":2: not valid HOCON")
                    .hasMessageContaining("`y = [1, 2`");
        }
    }

    @Nested
    class BadInput {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a = 1,2            | Several values are a list",
                    "a = choice(a,b)    | Several values are a list",
                    "a = range(1,10)    | Several values are a list",
                    "a = *              | double quotes",
                    "a = @x             | double quotes",
                    "a = b = c          | double quotes",
                    "a = { b = 1        | Close it with }"
                })
        void thatIsNoHoconNamesLineTextAndCure(String line, String cure) {
            assertThatThrownBy(() -> text("x = 1\n" + line))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("test.conf:2: not valid HOCON: ")
                    .hasMessageContaining("in `" + line.strip() + "`")
                    .hasMessageContaining(cure);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "packages { org.duckdb:duckdb_jdbc = 1.1.0 } | \"org.duckdb:duckdb_jdbc\"       | as one key",
                    "packages = [org.duckdb:duckdb_jdbc:1.1.0]   | \"org.duckdb:duckdb_jdbc:1.1.0\" | in double quotes",
                    "packages = [\"a:b:1\", c.d:e:jar:2.0-x ]    | \"c.d:e:jar:2.0-x\"              | in double quotes"
                })
        void thatNamesPackagesWithoutQuotesIsToldSo(String line, String offending, String cure) {
            assertThatThrownBy(() -> text("x = 1\n" + line))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(
                            "test.conf:2: " + offending + " is not in quotes, and in HOCON a colon ends")
                    .hasMessageContaining(cure);
        }

        @Test
        void unresolvableSubstitutionsSuggestAName() {
            assertThatThrownBy(
                            () -> text("model { depth = 1 }\nx = ${model.dept}").resolve())
                    .hasMessage("test.conf:2: ${model.dept} is not defined. Did you mean \"model.depth\"?");
            assertThatThrownBy(() -> text("a = ${b}\nb = ${a}").resolve())
                    .hasMessageContaining("refers to itself")
                    .hasMessageStartingWith("test.conf:");
        }

        @Test
        void valuesThatCannotBeJoinedAreReported() {
            assertThatThrownBy(() -> text("\na = ${b}[1]\nb = {c=1}").resolve())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("test.conf:");
        }

        @Test
        void nestingThatIsTooDeepIsReported() {
            assertThatThrownBy(() -> text("a = " + "[".repeat(50_000)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("test.conf: nested too deeply");
        }

        @Test
        void chainsOfAppendsThatOverflowAreReported() throws InterruptedException {
            ConfigDocument chain = text("a = []\n" + "a += 1\n".repeat(400));
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread narrow = new Thread(null, () -> chain.resolve(), "narrow", 200_000);
            narrow.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            narrow.start();
            narrow.join();
            assertThat(failure.get())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("nested too deeply");
        }

        @Test
        void filesThatAreMissingFoldersOrNoTextAreReported() throws IOException {
            write("base.conf", "");
            Files.write(dir.resolve("latin.conf"), new byte[] {'a', '=', (byte) 0xE4});
            Files.createDirectory(dir.resolve("folder.conf"));
            assertThatThrownBy(() -> load("bsae.conf"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("there is no file " + dir.resolve("bsae.conf") + ". Did you mean \"base.conf\"?");
            assertThatThrownBy(() -> load("folder.conf")).hasMessageContaining("is a folder");
            assertThatThrownBy(() -> load("latin.conf")).hasMessageContaining("is not UTF-8");
            assertThatThrownBy(() -> load("a.xml")).hasMessageContainingAll(".conf", ".yaml", ".toml");
        }
    }
}
