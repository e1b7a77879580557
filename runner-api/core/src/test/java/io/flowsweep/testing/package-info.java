/** What tests of several packages need: real second Java processes. */
package io.flowsweep.testing;
