/**
 * The command line. {@link io.flowsweep.cli.Main} is where it starts. A {@code …Command} is what picocli reads: options and
 * help, and nothing that loads a library; its work is a {@code …Verb}, loaded when it is called, which uses the public API
 * that a notebook uses.
 */
package io.flowsweep.cli;
