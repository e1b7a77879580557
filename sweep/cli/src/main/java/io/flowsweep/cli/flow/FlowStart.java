package io.flowsweep.cli.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a run of a flow is to be carried out; what {@code flow run} and {@code flow resume} have in common. */
abstract class FlowStart extends FlowInput {

    @Option(names = "--tag", paramLabel = "TAG", description = "Mark the run; may be repeated.")
    List<String> tags = new ArrayList<>();

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description = "What starts the run: process (default), worker or inline.")
    String executor;

    @Option(
            names = "--max-workers",
            paramLabel = "N",
            description = "The most tasks at a time; default: the machine's processors.")
    Integer maxWorkers;

    @Option(
            names = "--max-splits",
            paramLabel = "N",
            description = "The most elements that a foreach may go over; default: 10000.")
    Integer maxSplits;

    @Option(names = "--keep-going", description = "Let independent branches go on after a task has failed.")
    boolean keepGoing;

    @Option(
            names = "--with",
            paramLabel = "DECORATOR",
            description = "Add a decorator to every step without one, for instance retry:times=2; may be repeated.")
    List<String> decorators = new ArrayList<>();

    @Option(
            names = "--set-env",
            paramLabel = "NAME=VALUE",
            description = "Give the run an environment variable; may be repeated.")
    Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--flow-sources",
            paramLabel = "PATTERN",
            description = "Files that go with the flow, from its folder; may be repeated.")
    List<String> sources = new ArrayList<>();

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch of the flow's project.")
    String branch;
}
