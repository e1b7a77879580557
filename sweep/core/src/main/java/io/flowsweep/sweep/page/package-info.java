/**
 * What the pages of this product are made of: escaped text, tables, charts that stand in the page, numbers as people read
 * them, one style. A page is one file that loads nothing.
 */
package io.flowsweep.sweep.page;
