/**
 * What goes with the process of one run of Metaflow: its command line and environment, and what its lines and its datastore say
 * of tasks, values, artifacts and faults. Start at {@link io.flowsweep.metaflow.run.MetaflowSession}.
 */
package io.flowsweep.metaflow.run;
