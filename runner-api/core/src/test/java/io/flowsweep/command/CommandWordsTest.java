package io.flowsweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTest {

    private static String script(String line) {
        return CommandWords.script(List.of(line.split(" "))).orElse("");
    }

    @Test
    void knowTheScriptBehindTheOptionsOfAnInterpreter() {
        assertThat(script("python3 train.py --lr 1")).isEqualTo("train.py");
        assertThat(script("python3.11 -u -W train.py")).isEqualTo("train.py");
        assertThat(script("/opt/bin/python -OO src/train.py")).isEqualTo("src/train.py");
        assertThat(script("Rscript --vanilla fit.R")).isEqualTo("fit.R");
        assertThat(script("bash -eu run.sh")).isEqualTo("run.sh");
        assertThat(script("torchrun train.py")).isEqualTo("train.py");
    }

    @Test
    void takeNothingElseForAScript() {
        assertThat(script("python3 -m tool run.py")).isEmpty();
        assertThat(script("bash -lc run.sh")).isEmpty();
        assertThat(script("gcc -o out.m in.c")).isEmpty();
        assertThat(script("uv run train.py")).isEmpty();
        assertThat(script("make")).isEmpty();
    }

    @Test
    void nameAFlowAfterItsScriptElseItsProgram() {
        assertThat(CommandWords.name(List.of("python3", "-u", "src/train.py"))).isEqualTo("train");
        assertThat(CommandWords.name(List.of("./fit.sh"))).isEqualTo("fit");
        assertThat(CommandWords.name(List.of("make", "train"))).isEqualTo("make");
    }

    @Test
    void ofALineAreThoseBeforeAnythingThatTheShellDoes() {
        assertThat(CommandWords.ofLine("python3 -u train.py ${args} | tee log"))
                .containsExactly("python3", "-u", "train.py");
        assertThat(CommandWords.ofLine("train 2>&1")).containsExactly("train");
        assertThat(CommandWords.ofLine("A=1 train")).isEmpty();
        assertThat(CommandWords.ofLine("maybe x || other")).isEmpty();
        assertThat(CommandWords.ofLine("$TOOL x")).isEmpty();
        assertThat(CommandWords.ofLine("(cd x; y)")).isEmpty();
        assertThat(CommandWords.ofLine("f() { x; }; f")).isEmpty();
        assertThat(CommandWords.ofLine("train; other")).isEmpty();
    }
}
