/** What tests of several modules need: waiting, a flow that waits, a second Java process. */
package io.flowsweep.testing;
