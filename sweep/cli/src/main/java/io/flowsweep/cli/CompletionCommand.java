package io.flowsweep.cli;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flowsweep completion}: a script by which a shell completes verbs and options. */
@Command(
        footer = {
            "%nFor this shell:   source <(flowsweep completion bash)",
            "For every bash:   flowsweep completion bash > ~/.local/share/bash-completion/completions/flowsweep",
            "For every zsh:    the line for this shell, with zsh, in ~/.zshrc"
        },
        sortOptions = false)
final class CompletionCommand implements Callable<Integer> {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    String shell;

    @Option(names = "--json", description = "Print the script as JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new InvalidInputException(
                    "there is no completion for \"" + shell + "\"",
                    "completion",
                    "There is one for bash and for zsh. " + Suggestions.didYouMean(shell, SHELLS));
        }
        // picocli writes one script for both: in zsh it turns on the completion of bash
        String script = AutoComplete.bash(Verbs.FLOWSWEEP.name(), Main.commandLine());
        spec.commandLine().getOut().print(json ? Json.write(Map.of("shell", shell, "script", script)) + "\n" : script);
        spec.commandLine().getOut().flush();
        return ExitCodes.SUCCESS;
    }
}
