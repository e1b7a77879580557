/**
 * The Java that hosts run on: which one ({@link io.flowsweep.executor.jvm.Jdk}, found by
 * {@link io.flowsweep.executor.jvm.Jdks}), and whether it starts with the options that a user has given
 * ({@link io.flowsweep.executor.jvm.JvmCheck}).
 */
package io.flowsweep.executor.jvm;
