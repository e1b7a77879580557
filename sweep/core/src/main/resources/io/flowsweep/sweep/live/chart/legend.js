// What the colours of a chart stand for.

import { make } from '../dom.js';
import { number } from '../numbers.js';
import { color, gradient } from './palette.js';

const MOST = 16;

const swatch = entry => {
  const piece = make('span', { className: 'swatch ' + entry.symbol });
  if (entry.symbol === 'dashed') {
    piece.style.borderTop = '2px dashed ' + color(entry.tone);
  } else {
    piece.style.background = color(entry.tone);
  }
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
