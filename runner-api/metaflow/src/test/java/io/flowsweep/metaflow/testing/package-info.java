/** What the tests of several packages use. */
package io.flowsweep.metaflow.testing;
