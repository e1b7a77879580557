package io.flowsweep.metaflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFileTest {

    private static final String MAIN = "\nif __name__ == '__main__':\n    Train()\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private FlowFile flow(String text) throws IOException {
        return FlowFile.read(write("train.py", text));
    }

    private static List<String> names(List<Declared> declared) {
        return declared.stream().map(Declared::name).toList();
    }

    @Test
    void isRefusedWhereTheFileCannotBeRead() {
        Path gone = folder.resolve("gone.py");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FlowFile.read(gone))
                .withMessageContaining("the file cannot be read")
                .withMessageContaining(gone.toString());
    }

    @Test
    void readsConfigsParametersAndSteps() throws IOException {
        FlowFile flow = flow("""
                '''class Old(FlowSpec): in a text'''
                # class Older(FlowSpec):
                from metaflow import (
                    FlowSpec, step,  # the base
                    Config, Parameter as P, IncludeFile,
                )
                import metaflow

                @metaflow.project(name="x")
                class Train(FlowSpec):
                    '''Trains.

                    config = Config("not this one")
                    '''
                    config = Config("config", default_value={"lr": 0.1, "n": [1, 2]}, help="Config('x')")
                    sql: str = metaflow.Config(name="query", plain=True)
                    seconds = P("seconds", default=5, type=int)
                    data = IncludeFile('data',
                        default="x.csv")
                    constant = "Parameter('no')"

                    @metaflow.card
                    @step
                    def start(self):
                        local = P("local")
                        self.next(self.end)

                    def helper(self): pass

                    @step
                    def end(self): pass
                """ + MAIN);
        assertThat(flow.name()).isEqualTo("Train");
        assertThat(flow.configs())
                .extracting(Declared::name, Declared::attribute, Declared::plain)
                .containsExactly(tuple("config", "config", false), tuple("query", "sql", true));
        assertThat(names(flow.parameters())).containsExactly("seconds", "data");
        assertThat(flow.configs().get(0).place()).endsWith("train.py:15");
        assertThat(flow.project()).contains("x");
        assertThat(flow.configs().get(0).options()).containsKey("default_value");
        assertThat(flow.parameters().get(1).defaultFile()).contains("x.csv");
        assertThat(flow.complete()).isTrue();
    }

    @Test
    void readsWhatStartsItOnceItIsDeployed() throws IOException {
        FlowFile flow = flow("""
                from metaflow import FlowSpec, step, schedule, trigger, trigger_on_finish, config_expr

                @schedule(cron="0 6 * * ? *", timezone="Europe/Berlin")
                @trigger_on_finish(flow="Load")
                class Train(FlowSpec):
                    @step
                    def start(self): pass
                """ + MAIN);
        assertThat(flow.starts())
                .containsExactly("schedule:cron=0 6 * * ? *,timezone=Europe/Berlin", "trigger_on_finish:flow=Load");

        FlowFile other = flow("""
                from metaflow import FlowSpec, step, schedule, trigger, config_expr

                @schedule
                @trigger(event=config_expr("config.event"))
                class Train(FlowSpec):
                    @step
                    def start(self): pass
                """ + MAIN);
        assertThat(other.starts()).containsExactly("schedule:daily=true");
        assertThat(other.unread()).containsExactly("trigger");
    }

    @Test
    void followsBaseClassesIntoModulesBesideIt() throws IOException {
        write("common/__init__.py", "");
        write(
                "common/base.py",
                "from metaflow import FlowSpec, Config\nfrom . import tools\nclass Base(FlowSpec):\n    c = Config('settings')\n");
        write("common/tools.py", "import json\n");
        write("unrelated.py", "x = 1\n");
        FlowFile flow = flow("from common.base import Base\nfrom metaflow import Parameter, step\n"
                + "class Train(Base):\n    p = Parameter('p')\n    @step\n    def start(self): pass\n" + MAIN);
        assertThat(names(flow.declared())).containsExactly("settings", "p");
        assertThat(flow.files())
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly("common/__init__.py", "common/base.py", "common/tools.py", "train.py");
        assertThat(flow.complete()).isTrue();
    }

    @Test
    void knowsFlowSpecByAnyName() throws IOException {
        assertThat(flow("import metaflow as mf\nclass Train(mf.FlowSpec):\n    pass\n" + MAIN)
                        .name())
                .isEqualTo("Train");
        assertThat(flow("from metaflow import FlowSpec as F\nclass Train(F): pass\n" + MAIN)
                        .name())
                .isEqualTo("Train");
        assertThat(flow("from metaflow import *\nclass Train(FlowSpec):\n    a = Parameter('a')\n" + MAIN)
                        .parameters())
                .hasSize(1);
        assertThat(FlowFile.find(write("x.py", "class FlowSpec: pass\nclass Train(FlowSpec): pass\n" + MAIN)))
                .isEmpty();
    }

    @Test
    void aBaseInTheSameFileIsNotAFlowOfItsOwn() throws IOException {
        FlowFile flow = flow("from metaflow import FlowSpec, Parameter\nclass Base(FlowSpec):\n    a = Parameter('a')\n"
                + "class Train(Base):\n    b = Parameter('b')\n" + MAIN);
        assertThat(flow.name()).isEqualTo("Train");
        assertThat(names(flow.parameters())).containsExactly("a", "b");
    }

    @Test
    void readsTheGraph() throws IOException {
        FlowFile flow = flow("""
                from metaflow import FlowSpec, step
                class Train(FlowSpec):
                    @step
                    def start(self):
                        if True:
                            self.next(self.a, self.b)
                    @step
                    def a(self):
                        self.next(self.each, foreach="xs")
                    @step
                    def each(self):
                        self.next({"x": self.join, "y": self.each}, condition="z")
                    @step
                    def b(self): self.next(self.join)
                    @step
                    def join(self, inputs):
                        self.next(self.end)
                    @step
                    def end(self):
                        pass
                """ + MAIN);
        assertThat(flow.steps())
                .extracting(DeclaredStep::name, DeclaredStep::join, DeclaredStep::next, DeclaredStep::foreach)
                .containsExactly(
                        tuple("start", false, List.of("a", "b"), Optional.empty()),
                        tuple("a", false, List.of("each"), Optional.of("xs")),
                        tuple("each", false, List.of("join", "each"), Optional.empty()),
                        tuple("b", false, List.of("join"), Optional.empty()),
                        tuple("join", true, List.of("end"), Optional.empty()),
                        tuple("end", false, List.of(), Optional.empty()));
    }

    @Nested
    class Unknown {

        @Test
        void aLibrarysBaseClassOrAMutatorMayDeclareMore() throws IOException {
            String imports = "from metaflow import FlowSpec, Parameter\nfrom lib import Base, mutate\n";
            assertThat(flow(imports + "class Train(FlowSpec, Base): pass\n" + MAIN)
                            .complete())
                    .isFalse();
            assertThat(flow(imports + "@mutate\nclass Train(FlowSpec): pass\n" + MAIN)
                            .complete())
                    .isFalse();
            assertThat(flow(imports + "class Train(FlowSpec):\n    p = Parameter(NAME)\n" + MAIN)
                            .complete())
                    .isFalse();
        }

        @Test
        void namesAreThenLeftToMetaflow() throws IOException {
            FlowFile open = flow("from metaflow import FlowSpec\n@x\nclass Train(FlowSpec): pass\n" + MAIN);
            assertThat(open.parameter("anything")).isEmpty();
        }
    }

    @Nested
    class Refuses {

        private void refuses(String text, String message) throws IOException {
            Path file = write("bad.py", text);
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> FlowFile.read(file))
                    .withMessageContaining(message)
                    .withMessageContaining("bad.py");
        }

        @Test
        void twoFlowsInOneFile() throws IOException {
            refuses(
                    "from metaflow import FlowSpec\nclass A(FlowSpec): pass\nclass B(FlowSpec): pass\nA()\n",
                    "several flows: A (line 2), B (line 3). Keep one in each file");
        }

        @Test
        void aFileThatRunsNothing() throws IOException {
            refuses("from metaflow import FlowSpec\nclass A(FlowSpec): pass\n", "does not call A()");
        }

        @Test
        void aFileWithoutAFlow() throws IOException {
            refuses("print('hello')\n", "no class of it is a FlowSpec");
        }

        @Test
        void namesThatTheFlowLacks() throws IOException {
            FlowFile flow = flow("from metaflow import FlowSpec, Parameter, Config\nclass Train(FlowSpec):\n"
                    + "    s = Parameter('seconds')\n" + MAIN);
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> flow.parameter("second"))
                    .withMessageContaining("no parameter \"second\"")
                    .withMessageContaining("Did you mean \"seconds\"?");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> flow.config("config"))
                    .withMessageContaining("has no config at all");
        }
    }

    @Test
    void anyTextCanBeRead() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String[] words = {
            "class ",
            "A",
            "(",
            ")",
            ":",
            "\n",
            "    ",
            "FlowSpec",
            "from metaflow import ",
            "import ",
            ".",
            ",",
            "\"",
            "'''",
            "\\",
            "#",
            "=",
            "Config(",
            "'x'",
            "@",
            "step",
            "def ",
            "as ",
            "*",
            "[",
            "]",
            "\t",
            "é",
            "\u0000"
        };
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(60), 0, words.length).forEach(word -> text.append(words[word]));
            Path file = write("random.py", text.toString());
            try {
                FlowFile.find(file);
            } catch (InvalidInputException e) {
                assertThat(e).as("of seed %d, text %d", seed, i).hasMessageContaining("random.py");
            }
        }
    }
}
