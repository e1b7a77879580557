// An axis of a model as an axis of ECharts. All are numeric, categories too, so that marks may lie between two of them.

import { number } from '../numbers.js';
import { faint, grid, text } from './palette.js';

const LETTER = 6.6;
const LONGEST = 110;
const WIDEST_NUMBER = 42;

const base = (axis, gridIndex) => ({
  gridIndex,
  type: axis.scale === 'log' ? 'log' : 'value',
  min: axis.low,
  max: axis.high,
  name: axis.label,
  nameLocation: 'middle',
  nameMoveOverlap: true,
  nameTextStyle: { color: faint(), fontSize: 12, padding: 3 },
  axisLine: { show: axis.scale !== 'hidden', lineStyle: { color: faint() }, onZero: false },
  splitLine: { show: axis.scale === 'linear' || axis.scale === 'log', lineStyle: { color: grid() } },
  axisTick: { show: axis.scale !== 'hidden' },
});

// Names lie slanted where they would not fit side by side.
const categories = (axis, horizontal, room) => {
  const places = axis.categories.map((name, i) => i);
  const longest = Math.max(0, ...axis.categories.map(name => name.length)) * LETTER;
  const slanted = horizontal && longest > room / Math.max(1, places.length);
  return {
    axisTick: { show: false },
    axisLabel: {
      color: text(),
      customValues: places,
      formatter: value => axis.categories[Math.round(value)] ?? '',
      rotate: slanted ? 35 : 0,
      hideOverlap: true,
      width: horizontal && !slanted ? Math.max(LONGEST, room / Math.max(1, places.length)) : Math.min(LONGEST, room / 3),
      overflow: 'truncate',
    },
  };
};

// The ends of an axis are no round numbers, so they have no labels.
const numbers = (axis, room) => ({
  splitNumber: Math.max(2, Math.min(6, Math.floor(room / 80))),
  axisLabel: {
    color: text(),
    formatter: number,
    hideOverlap: true,
    ...(axis.ticks.length > 0 ? { customValues: axis.ticks } : { showMinLabel: false, showMaxLabel: false }),
  },
  ...(axis.ticks.length > 0 ? { axisTick: { customValues: axis.ticks } } : {}),
});

export const axisOf = (axis, horizontal, gridIndex, room) => ({
  ...base(axis, gridIndex),
  ...(!horizontal && axis.scale !== 'category' ? { nameGap: WIDEST_NUMBER } : {}),
  ...(axis.scale === 'category' ? categories(axis, horizontal, room)
    : axis.scale === 'hidden' ? { axisLabel: { show: false }, axisTick: { show: false } } : numbers(axis, room)),
});

// A coordinate as it reads on its axis.
export const valueOn = (axis, value) =>
  (axis.scale === 'category' ? axis.categories[Math.round(value)] ?? '' : number(value));
