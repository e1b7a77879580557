// A mark of a model as series of ECharts. Every kind of chart is made of the same four: lines of points, areas, segments, labels.

import { number } from '../numbers.js';
import { valueOn } from './axes.js';
import * as palette from './palette.js';

const MOST_SYMBOLS = 40;
const NARROW = 6;
const LETTER = 6.4;
const LINE_HEIGHT = 14;

const at = panelIndex => ({ xAxisIndex: panelIndex, yAxisIndex: panelIndex, animation: false });

const has = point => point.y !== undefined && point.y !== null;

const pair = point => [point.x, has(point) ? point.y : NaN];

const custom = (panelIndex, data, renderItem, more = {}) => ({
  type: 'custom', ...at(panelIndex), clip: true, silent: true, data, renderItem, encode: { x: 0, y: 1 }, ...more,
});

const pointText = (panel, line, point) => [
  line.name,
  [panel.x.label, valueOn(panel.x, point.x)].filter(part => part).join(': '),
  [panel.y.label, valueOn(panel.y, point.y)].filter(part => part).join(': '),
  point.interval && number(point.interval.low) + ' … ' + number(point.interval.high),
  point.n > 1 && 'n = ' + point.n,
  point.missing > 0 && point.missing + ' without a value',
].filter(part => part).join('\n');

const whiskers = (line, panelIndex) => {
  const points = line.points.filter(point => has(point) && point.interval);
  const style = { stroke: palette.color(line.tone), lineWidth: 1.2, fill: null };
  const sideways = line.spread === 'sideways';
  return custom(panelIndex, points.map(pair), (params, api) => {
    const { x, y, interval } = points[params.dataIndex];
    const low = api.coord(sideways ? [interval.low, y] : [x, interval.low]);
    const high = api.coord(sideways ? [interval.high, y] : [x, interval.high]);
    const cap = end => (sideways
      ? { x1: end[0], y1: end[1] - 4, x2: end[0], y2: end[1] + 4 }
      : { x1: end[0] - 4, y1: end[1], x2: end[0] + 4, y2: end[1] });
    const body = { x1: low[0], y1: low[1], x2: high[0], y2: high[1] };
    return { type: 'group', children: [body, cap(low), cap(high)].map(shape => ({ type: 'line', shape, style })) };
  });
};

// Stretches of neighbours that have an interval.
const runs = points => {
  const all = [[]];
  for (const point of points) {
    if (point.interval) { all.at(-1).push(point); } else { all.push([]); }
  }
  return all.filter(run => run.length > 1);
};

const band = (line, panelIndex) => {
  const stretches = runs(line.points);
  return custom(panelIndex, stretches.map(run => pair(run[0])), (params, api) => {
    const run = stretches[params.dataIndex];
    const points = [...run.map(p => api.coord([p.x, p.interval.high])), ...run.toReversed().map(p => api.coord([p.x, p.interval.low]))];
    return { type: 'polygon', shape: { points }, style: { fill: palette.color(line.tone), opacity: 0.18 } };
  });
};

// Lines without markers are drawn together: a chart may have thousands.
const polylines = (lines, panelIndex) => custom(panelIndex, lines.map(line => pair(line.points[0])), (params, api) => {
  const line = lines[params.dataIndex];
  const stretches = line.points.reduce((all, point) => {
    if (has(point)) { all.at(-1).push(api.coord([point.x, point.y])); } else { all.push([]); }
    return all;
  }, [[]]);
  const style = { stroke: palette.color(line.tone), lineWidth: line.tone.kind === 'rest' ? 1 : 1.4, fill: null };
  return { type: 'group', children: stretches.map(points => ({ type: 'polyline', shape: { points }, style })) };
}, { progressive: 1000 });

const pointStyle = line => ({
  symbol: palette.symbol(line.tone),
  symbolSize: line.tone.kind === 'rest' ? 5 : line.tone.kind === 'series' ? 8 : 4,
  itemStyle: { color: palette.color(line.tone), borderColor: palette.paper(), borderWidth: line.tone.kind === 'series' ? 1 : 0 },
});

const points = (line, panel, panelIndex) => ({
  type: 'scatter',
  ...at(panelIndex),
  ...pointStyle(line),
  data: line.points.filter(has).map(pair),
  tooltip: { formatter: params => pointText(panel, line, line.points.filter(has)[params.dataIndex]) },
});

const joined = (line, panel, panelIndex) => {
  const every = Math.ceil(line.points.length / MOST_SYMBOLS);
  const gap = i => !line.points[i] || !has(line.points[i]);
  const alone = i => gap(i - 1) && gap(i + 1); // no line reaches it
  return {
    type: 'line',
    ...at(panelIndex),
    ...pointStyle(line),
    data: line.points.map(pair),
    step: line.join === 'step' ? 'end' : false,
    showSymbol: line.marked || line.points.some((point, i) => alone(i)),
    symbol: (value, { dataIndex: i }) => (alone(i) || line.marked && i % every === 0 ? palette.symbol(line.tone) : 'none'),
    lineStyle: {
      color: palette.color(line.tone),
      width: line.tone.kind === 'series' ? 2 : 1,
      type: line.join === 'dashed' ? [5, 4] : palette.dash(line.tone),
    },
    emphasis: { disabled: true },
    tooltip: { formatter: params => pointText(panel, line, line.points[params.dataIndex]) },
  };
};

const line = (mark, panel, panelIndex) => [
  mark.spread === 'band' ? band(mark, panelIndex) : whiskers(mark, panelIndex),
  ...(mark.join !== 'none' ? [joined(mark, panel, panelIndex)] : mark.marked ? [points(mark, panel, panelIndex)] : []),
].filter(series => series.data.length > 0);

const rectText = (panel, mark, rect) => [
  mark.name,
  panel.x.scale === 'category' && panel.x.label + ': ' + valueOn(panel.x, (rect.x0 + rect.x1) / 2),
  panel.y.scale === 'category' && panel.y.label + ': ' + valueOn(panel.y, (rect.y0 + rect.y1) / 2),
  panel.x.scale !== 'category' && valueOn(panel.x, rect.x0) + ' … ' + valueOn(panel.x, rect.x1),
  panel.y.scale !== 'category' && panel.y.label + ': ' + valueOn(panel.y, rect.y1),
  rect.text,
].filter(part => part).join('\n');

const fills = (mark, tone, width) => ({
  bars: { fill: palette.color(tone), opacity: palette.opacity(tone), stroke: palette.color(tone), lineWidth: 1 },
  tiles: { fill: palette.color(tone), opacity: palette.opacity(tone), stroke: palette.paper(), lineWidth: width < NARROW ? 0 : 1 },
  surface: { fill: palette.color(tone) },
  pale: { fill: palette.color(tone), opacity: 0.35, stroke: palette.color(tone), lineWidth: 1 },
})[mark.fill];

const widthOf = text => (text.length + 1) * LETTER;

// In how much room all texts fit.
const widestOf = mark => mark.rects.reduce((widest, rect) => Math.max(widest, rect.text ? widthOf(rect.text) : 0), 0);

const rects = (mark, panel, panelIndex, widest = widestOf(mark)) => [custom(
  panelIndex,
  mark.rects.map(rect => [rect.x0, rect.y0]),
  (params, api) => {
    const rect = mark.rects[params.dataIndex];
    const [left, bottom] = api.coord([rect.x0, rect.y0]);
    const [right, top] = api.coord([rect.x1, rect.y1]);
    const bleed = mark.fill === 'surface' ? 1 : 0;
    const width = Math.max(0.5, right - left + bleed);
    const height = Math.max(0.5, bottom - top + bleed);
    const area = { type: 'rect', shape: { x: left, y: top, width, height }, style: fills(mark, rect.tone, width) };
    const written = rect.text && (widest < width ? rect.text : rect.text.replace(/ ± .*/, '')); // all with it, or none
    const fits = written && widthOf(written) < width && LINE_HEIGHT < height;
    const label = fits && {
      type: 'text',
      style: { text: written, x: left + width / 2, y: top + height / 2, align: 'center', verticalAlign: 'middle', fill: palette.on(rect.tone), fontSize: 11.5, fontFamily: palette.FONT },
    };
    return { type: 'group', children: label ? [area, label] : [area] };
  },
  { silent: false, tooltip: { formatter: params => rectText(panel, mark, mark.rects[params.dataIndex]) } })];

const segments = (mark, panel, panelIndex) => [custom(
  panelIndex,
  mark.segments.map(segment => [segment.x0, segment.y0]),
  (params, api) => {
    const segment = mark.segments[params.dataIndex];
    const [x1, y1] = api.coord([segment.x0, segment.y0]);
    const [x2, y2] = api.coord([segment.x1, segment.y1]);
    return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: palette.color(mark.tone), lineWidth: 1.2, lineDash: mark.dashed ? [6, 4] : null } };
  })];

const SIDES = {
  above: { dx: 0, dy: -7, align: 'center', verticalAlign: 'bottom' },
  below: { dx: 0, dy: 7, align: 'center', verticalAlign: 'top' },
  left: { dx: -6, dy: 0, align: 'right', verticalAlign: 'middle' },
  right: { dx: 6, dy: 0, align: 'left', verticalAlign: 'middle' },
};

const boxOf = (style, text) => {
  const width = text.length * LETTER;
  const left = style.align === 'center' ? style.x - width / 2 : style.align === 'right' ? style.x - width : style.x;
  return { left, right: left + width, top: style.y - LINE_HEIGHT / 2, bottom: style.y + LINE_HEIGHT / 2 };
};

const cover = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// A label that would cover an earlier one is left out.
const labels = (mark, panel, panelIndex) => {
  let taken = [];
  return [custom(panelIndex, mark.labels.map(label => [label.x, label.y]), (params, api) => {
    if (params.dataIndexInside === 0) { taken = []; }
    const label = mark.labels[params.dataIndex];
    const { dx, dy, ...side } = SIDES[label.side];
    const [x, y] = api.coord([label.x, label.y]);
    const style = { text: label.text, x: x + dx, y: y + dy, ...side, fill: palette.color(mark.tone), fontSize: 11.5, fontFamily: palette.FONT,
      stroke: palette.paper(), lineWidth: 3 };
    const box = boxOf(style, label.text);
    if (taken.some(other => cover(other, box))) { return null; }
    taken.push(box);
    return { type: 'text', style };
  }, { clip: false })];
};

const KINDS = { line, rects, segments, labels };

const isThread = mark => mark.mark === 'line' && mark.join === 'straight' && (!mark.marked || mark.tone.kind === 'rest')
  && mark.points.length > 1 && mark.points.every(point => !point.interval);

// All series of a panel, the first at the bottom.
export const seriesOf = (panel, panelIndex) => {
  const series = [];
  let threads = [];
  const end = () => {
    if (threads.length > 0) { series.push(polylines(threads, panelIndex)); }
    threads = [];
  };
  for (const mark of panel.marks) {
    if (isThread(mark)) {
      threads.push(mark);
    } else {
      end();
      series.push(...KINDS[mark.mark](mark, panel, panelIndex));
    }
  }
  end();
  return series;
};
