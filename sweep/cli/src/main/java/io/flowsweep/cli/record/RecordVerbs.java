package io.flowsweep.cli.record;

import io.flowsweep.cli.input.Verb.Command;

/** The verbs about what is on record of sweeps. */
public final class RecordVerbs {

    public static final Command EXPLAIN =
            new Command("explain", ExplainCommand.class, "Says why a variant would be run now, or not.");

    public static final Command ACCEPT =
            new Command("accept", AcceptCommand.class, "Declares that a change of the flow's code changes no result.");

    public static final Command PROVENANCE = new Command(
            "provenance",
            ProvenanceCommand.class,
            "Shows where a sweep comes from: files, config, seeds, commit, libraries, machine.");

    public static final Command REPRODUCE =
            new Command("reproduce", ReproduceCommand.class, "Prints the command that runs one variant by itself.");

    public static final Command RM = new Command("rm", RemoveCommand.class, "Removes a sweep from the record.");

    public static final Command EXPORT =
            new Command("export", ExportCommand.class, "Writes a sweep with its runs and results to a zip file.");

    public static final Command IMPORT =
            new Command("import", ImportCommand.class, "Takes a sweep from such a file into the store.");

    private RecordVerbs() {}
}
