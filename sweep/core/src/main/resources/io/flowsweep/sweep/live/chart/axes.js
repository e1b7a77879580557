// An axis of a model as an axis of ECharts. All are numeric, categories too, so that marks may lie between two of them.

import { number } from '../numbers.js';
import { faint, grid, text } from './palette.js';

const LETTER = 6.6;
const LINE = 15;
const SLANTED_LINE = 27;
const LONGEST = 110;
const WIDEST_NUMBER = 42;
const BELOW_NUMBERS = 24;
const FEWEST_TICKS = 2;

const base = (axis, gridIndex, room) => ({
  gridIndex,
  type: axis.scale === 'log' ? 'log' : 'value',
  min: axis.low,
  max: axis.high,
  name: axis.label,
  nameLocation: 'middle',
  nameMoveOverlap: true,
  nameTextStyle: { color: faint(), fontSize: 12, padding: 3 },
  nameTruncate: { maxWidth: Math.max(LONGEST, 0.85 * room), ellipsis: '…' },
  axisLine: { show: axis.scale !== 'hidden', lineStyle: { color: faint() }, onZero: false },
  splitLine: { show: axis.scale === 'linear' || axis.scale === 'log', lineStyle: { color: grid() } },
  axisTick: { show: axis.scale !== 'hidden' },
});

// Names lie slanted where they would not fit side by side; of too many every second, third, … one stands there.
const categories = (axis, horizontal, room) => {
  const count = Math.max(1, axis.categories.length);
  const longest = (Math.max(0, ...axis.categories.map(name => name.length)) + 1) * LETTER;
  const slanted = horizontal && longest > room / count;
  const every = horizontal && !slanted ? 1 : Math.max(1, Math.ceil(count * (horizontal ? SLANTED_LINE : LINE) / room));
  const places = axis.categories.map((name, i) => i).filter(i => i % every === 0);
  return {
    axisTick: { show: false },
    axisLabel: {
      color: text(),
      customValues: places,
      formatter: value => axis.categories[Math.round(value)] ?? '',
      rotate: slanted ? 35 : 0,
      width: horizontal && !slanted ? Math.max(LONGEST, room / count) : Math.min(LONGEST, Math.max(room / 3, LETTER * 8)),
      overflow: 'truncate',
    },
  };
};

const within = (axis, values) => values.filter(value => axis.low <= value && value <= axis.high);

// Multiples of 1, 2 or 5 times a power of ten, about as many as that at most.
const even = (axis, most) => {
  const raw = (axis.high - axis.low) / most;
  const power = Number('1e' + Math.floor(Math.log10(raw)));
  const step = power * ([1, 2, 5].find(lead => lead * power >= raw) ?? 10);
  const first = Math.ceil(axis.low / step);
  const count = Math.max(0, Math.floor(axis.high / step) - first + 1);
  return Array.from({ length: count }, (none, i) => Number(((first + i) * step).toPrecision(12)));
};

// Decades, of many every second or third, of few with 2 and 5 in between; on less than a decade evenly spaced numbers.
const logarithmic = (axis, most) => {
  const first = Math.floor(Math.log10(axis.low));
  const decades = Array.from({ length: Math.ceil(Math.log10(axis.high)) - first + 1 }, (none, i) => first + i);
  const all = leads => within(axis, decades.flatMap(decade => leads.map(lead => Number(lead + 'e' + decade))));
  const fine = all([1, 2, 5]);
  if (axis.high / axis.low >= 10 && fine.length <= most) { return fine; }
  const coarse = all([1]);
  const every = Math.ceil(coarse.length / most);
  const chosen = coarse.filter((value, i) => i % every === 0);
  return chosen.length >= FEWEST_TICKS ? chosen : even(axis, most);
};

const ticksOf = (axis, room) => {
  if (axis.ticks.length > 0) { return axis.ticks; }
  const most = Math.max(2, Math.min(6, Math.floor(room / 55)));
  return axis.scale === 'log' ? logarithmic(axis, most) : even(axis, most);
};

const shareOf = (axis, value) => (axis.scale === 'log'
  ? Math.log(value / axis.low) / Math.log(axis.high / axis.low)
  : (value - axis.low) / (axis.high - axis.low));

// Those whose labels have room side by side: the ends before what is between them.
const legible = (axis, values, room) => {
  const half = value => (number(value).length + 1) * LETTER / 2;
  const overlap = (a, b) => Math.abs(shareOf(axis, a) - shareOf(axis, b)) * room < half(a) + half(b);
  const shown = [];
  for (const value of [values[0], values.at(-1), ...values.slice(1, -1)]) {
    if (!shown.some(other => overlap(other, value))) { shown.push(value); }
  }
  return shown.sort((a, b) => a - b);
};

const numbers = (axis, horizontal, room) => {
  const customValues = ticksOf(axis, room);
  const labelled = horizontal && customValues.length > 1 ? legible(axis, customValues, room) : customValues;
  return {
    axisLabel: { color: text(), formatter: number, hideOverlap: !horizontal, customValues: labelled },
    axisTick: { customValues },
    splitLine: { lineStyle: { color: grid() }, customValues },
  };
};

export const axisOf = (axis, horizontal, gridIndex, room) => ({
  ...base(axis, gridIndex, room),
  ...(horizontal ? { nameGap: BELOW_NUMBERS } : axis.scale === 'category' ? {} : { nameGap: WIDEST_NUMBER }),
  ...(axis.scale === 'category' ? categories(axis, horizontal, room)
    : axis.scale === 'hidden' ? { axisLabel: { show: false }, axisTick: { show: false } } : numbers(axis, horizontal, room)),
});

// A coordinate as it reads on its axis.
export const valueOn = (axis, value) =>
  (axis.scale === 'category' ? axis.categories[Math.round(value)] ?? '' : number(value));
