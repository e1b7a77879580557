// What the colours of a chart stand for.

import { make } from '../dom.js';
import { number } from '../numbers.js';
import { color, dash, gradient, opacity, symbol } from './palette.js';

const MOST = 16;

const drawn = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, value); }
  return element;
};

const SHAPES = {
  circle: fill => drawn('circle', { cx: 13, cy: 6, r: 4, fill }),
  rect: fill => drawn('rect', { x: 9, y: 2, width: 8, height: 8, fill }),
  triangle: fill => drawn('path', { d: 'M13,1.5L17.5,10L8.5,10Z', fill }),
  diamond: fill => drawn('path', { d: 'M13,1L18,6L13,11L8,6Z', fill }),
};

const downwards = fill => drawn('path', { d: 'M8.5,2L17.5,2L13,10.5Z', fill });

const marker = tone => (SHAPES[symbol(tone)] ?? downwards)(color(tone));

const line = (tone, dashes) => drawn('line', { x1: 0, y1: 6, x2: 26, y2: 6, stroke: color(tone), 'stroke-width': 2,
  'stroke-dasharray': dashes === 'solid' ? 'none' : dashes.join(' ') });

// As the marks themselves: nobody has to tell series by their colours alone.
const swatch = ({ symbol: what, tone }) => {
  const piece = drawn('svg', { class: 'swatch', width: 26, height: 12, 'aria-hidden': 'true' });
  piece.append(...({
    line: () => [line(tone, dash(tone)), marker(tone)],
    dashed: () => [line(tone, [6, 4])],
    point: () => [marker(tone)],
    area: () => [drawn('rect', { x: 2, y: 1, width: 22, height: 10, fill: color(tone), opacity: opacity(tone) })],
  })[what]());
  return piece;
};

const ramp = scale => {
  const piece = make('span', { className: 'ramp' });
  piece.style.backgroundImage = gradient();
  return make('span', {}, number(scale.low), piece, number(scale.high) + (scale.log ? ' (log)' : ''));
};

export const legendOf = legend => (!legend ? [] : [
  legend.label && make('span', { textContent: legend.label }),
  legend.ramp && ramp(legend.ramp),
  ...legend.entries.slice(0, MOST).map(entry => make('span', {}, swatch(entry), entry.name)),
  legend.entries.length > MOST && make('span', { textContent: '… and ' + (legend.entries.length - MOST) + ' more' }),
].filter(part => part));
