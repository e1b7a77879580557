/**
 * What words on the command line mean: a verb, a sweep file with its overrides, a sweep on record, one of its variants, a
 * parameter of a flow. {@code …Input} classes hold the options that several verbs share. Nothing here prints more than a
 * line, and nothing knows a verb.
 */
package io.flowsweep.cli.input;
