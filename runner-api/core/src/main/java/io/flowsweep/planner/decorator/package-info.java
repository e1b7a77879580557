/**
 * What decorators come to, given the values of the configs: the resources of a flow, its libraries, its project and what starts it by
 * itself. Of a class, and of a source that is not compiled yet ({@link io.flowsweep.planner.decorator.DeclaredFlow},
 * {@link io.flowsweep.planner.decorator.DeclaredResources}).
 */
package io.flowsweep.planner.decorator;
