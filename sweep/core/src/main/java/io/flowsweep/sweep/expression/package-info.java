/**
 * Expressions in {@code where}, {@code when} and {@code derive}: {@link io.flowsweep.sweep.expression.Expression} is parsed
 * once and evaluated in an {@link io.flowsweep.sweep.expression.ExpressionScope}. A small language of values without
 * classes, methods, files, environment, assignment or loops: {@code Lexer} makes tokens, {@code Parser} a tree of
 * {@code Node}s, {@code Operator} and {@code Function} are all that it can do.
 */
package io.flowsweep.sweep.expression;
