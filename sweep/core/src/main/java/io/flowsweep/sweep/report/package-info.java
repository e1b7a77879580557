/**
 * The report of a sweep: one page that needs nothing else, or Markdown. {@link io.flowsweep.sweep.report.Report} holds what
 * is reported; each section says its part as {@link io.flowsweep.sweep.report.Block}s, in sentences computed from numbers;
 * {@link io.flowsweep.sweep.report.ReportHtml} and {@link io.flowsweep.sweep.report.ReportMarkdown} write them down.
 */
package io.flowsweep.sweep.report;
