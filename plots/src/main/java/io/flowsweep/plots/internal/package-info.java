/** Helpers of this module; not API. They depend on nothing else of it. */
package io.flowsweep.plots.internal;
