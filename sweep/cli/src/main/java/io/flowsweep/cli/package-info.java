/**
 * The command line. {@link io.flowsweep.cli.Main} is where it starts and {@link io.flowsweep.cli.Verbs} lists all verbs; each
 * package below holds the verbs of one idea and names them in its {@code …Verbs}. A {@code …Command} is what picocli reads:
 * options and help, and nothing that loads a library; its work is a {@code …Verb}, loaded when it is called, which uses the
 * public API that a notebook uses. What verbs share is in {@code input} and {@code output}.
 */
package io.flowsweep.cli;
