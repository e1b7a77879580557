/**
 * Cards: what a task shows of itself while it runs and afterwards. A {@link io.flowsweep.flow.card.Card} is filled with
 * {@link io.flowsweep.flow.card.CardPart}s, which are data and know nothing of how they are drawn.
 */
package io.flowsweep.flow.card;
