/**
 * FlowSweep for those who use it from Java: {@code flowsweep jshell} and {@code classpath}.
 * {@link io.flowsweep.cli.jshell.JshellVerb} starts the tool of the JDK.
 */
package io.flowsweep.cli.jshell;
