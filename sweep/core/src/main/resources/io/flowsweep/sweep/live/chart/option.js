// A model as an option of ECharts: panels side by side where there is room, below each other where there is not.

import { axisOf } from './axes.js';
import { seriesOf } from './marks.js';
import { FONT, faint, paper, text } from './palette.js';

const LEAST_WIDTH = 230;
const GAP = 14;
const TITLE = 18;

const cells = (count, width, height) => {
  const columns = Math.max(1, Math.min(count, Math.floor(width / LEAST_WIDTH), Math.ceil(Math.sqrt(count))));
  const rows = Math.ceil(count / columns);
  const across = (width - GAP * (columns - 1)) / columns;
  const down = (height - GAP * (rows - 1)) / rows;
  return Array.from({ length: count }, (none, i) => ({
    left: (i % columns) * (across + GAP),
    top: Math.floor(i / columns) * (down + GAP),
    width: across,
    height: down,
  }));
};

const tooltip = () => ({
  trigger: 'item',
  renderMode: 'richText',
  confine: true,
  backgroundColor: paper(),
  borderColor: faint(),
  textStyle: { color: text(), fontSize: 12 },
});

// Rows of panels that a chart of such a width has.
export const rowsOf = (model, width) => new Set(cells(model.panels.length, width, 100).map(cell => cell.top)).size;

export const optionOf = (model, width, height) => {
  const areas = cells(model.panels.length, width, height);
  const titled = model.panels.some(panel => panel.title);
  return {
    animation: false,
    tooltip: tooltip(),
    textStyle: { fontFamily: FONT },
    title: [
      ...model.panels.flatMap((panel, i) => (panel.title ? [{
        text: panel.title,
        left: areas[i].left + areas[i].width / 2,
        top: areas[i].top,
        padding: 0,
        textAlign: 'center',
        textStyle: { color: text(), fontSize: 12, lineHeight: 16, width: areas[i].width, overflow: 'truncate' },
      }] : [])),
      ...(model.message ? [{ text: model.message, left: 'center', top: 'middle', textStyle: { color: faint(), fontSize: 13, fontWeight: 400, width: width - 40, overflow: 'break' } }] : []),
    ],
    grid: areas.map(area => ({
      left: area.left + 4,
      top: area.top + (titled ? TITLE + 4 : 8),
      width: area.width - 20,
      height: area.height - (titled ? TITLE + 4 : 8) - 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    })),
    xAxis: model.panels.map((panel, i) => axisOf(panel.x, true, i, areas[i].width - 70)),
    yAxis: model.panels.map((panel, i) => axisOf(panel.y, false, i, areas[i].height - 50)),
    series: model.panels.flatMap((panel, i) => seriesOf(panel, i)),
  };
};
