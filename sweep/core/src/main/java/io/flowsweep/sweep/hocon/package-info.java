/** Writing sweep files: {@link io.flowsweep.sweep.hocon.HoconWriter}. */
package io.flowsweep.sweep.hocon;
