/**
 * From what a user names to classes that run. {@link io.flowsweep.dependencies.SourceCompiler} compiles a flow's source
 * once for each content; {@link io.flowsweep.dependencies.ClassFileScan} finds calls that would end the process.
 */
package io.flowsweep.dependencies;
