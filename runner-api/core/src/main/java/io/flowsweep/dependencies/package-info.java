/**
 * From what a user names to classes that run. {@link io.flowsweep.dependencies.SourceFlow} reads what a source declares and
 * compiles it, once for each content and set of libraries; {@link io.flowsweep.dependencies.DependencyLocks} resolves each set
 * once; compiled classes, of a jar or of a JShell session, are kept in the store as they are.
 */
package io.flowsweep.dependencies;
