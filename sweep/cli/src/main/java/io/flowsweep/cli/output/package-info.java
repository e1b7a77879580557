/**
 * What people and programs get to see: lines and tables by the width of the terminal, JSON, files that were written, errors,
 * exit codes. Everything here is given what it says, and knows neither verbs nor their options.
 */
package io.flowsweep.cli.output;
