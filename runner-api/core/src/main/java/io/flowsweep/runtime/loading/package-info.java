/**
 * The class loaders of flows. What a host shows a flow of its own classes ({@code HostApi}) is above the flow's libraries
 * ({@code LibraryLoaders}), and these above its own classes ({@link io.flowsweep.runtime.loading.FlowClassLoader}).
 * {@link io.flowsweep.runtime.loading.FlowLoaders} is where to start reading.
 */
package io.flowsweep.runtime.loading;
