package io.flowsweep.cli;

/** Runs what stands for all verbs in one JVM, so that the launcher's class-data archive holds what they need. */
final class Rehearsal {

    private Rehearsal() {}

    /** @param args a sweep file */
    public static void main(String[] args) {
        int help = Main.run("--help");
        int plan = Main.run("plan", args[0]);
        System.exit(Math.max(help, plan));
    }
}
