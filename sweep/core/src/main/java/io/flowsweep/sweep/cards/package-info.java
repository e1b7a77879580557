/**
 * Draws the cards of tasks: {@link io.flowsweep.sweep.cards.CardPage} as a self-contained HTML page,
 * {@link io.flowsweep.sweep.cards.CardText} for a terminal. Their charts are the charts of sweeps.
 */
package io.flowsweep.sweep.cards;
