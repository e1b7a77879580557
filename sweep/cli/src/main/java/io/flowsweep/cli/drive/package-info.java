/**
 * The verbs that set a sweep going and steer it: {@code run}, {@code resume}, {@code retry}, {@code add}, {@code pause},
 * {@code cancel}, {@code deploy}. {@link io.flowsweep.cli.drive.Driving} is where a sweep is driven to its end, in front of a
 * person ({@code ProgressView}), a program ({@code JsonView}), or {@code Detached}. Uses {@code plan} for what will be run and
 * {@code status} for the page.
 */
package io.flowsweep.cli.drive;
