/**
 * From what a user names to classes that run. {@link io.flowsweep.dependencies.SourceCompiler} compiles a flow's source
 * once for each content.
 */
package io.flowsweep.dependencies;
