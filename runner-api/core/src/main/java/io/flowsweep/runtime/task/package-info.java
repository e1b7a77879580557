/**
 * One attempt at a task in this JVM. {@link io.flowsweep.runtime.task.TaskBody} turns a
 * {@link io.flowsweep.runtime.task.TaskOrder} into a {@link io.flowsweep.runtime.task.TaskResult}: it fills an instance of the flow
 * ({@code FlowInstance}), gives it what its step may ask for ({@code TaskCurrent}, {@code BranchInputs}), calls the step and looks at
 * what has changed. What the task prints, draws and leaves in temporary files is here, too.
 */
package io.flowsweep.runtime.task;
