// One chart in its place: drawn again when its model, its size or the colours of the system change.

import { init } from '../echarts/dist/echarts.esm.min.js';
import { Brush } from './brush.js';
import { legendOf } from './legend.js';
import { optionOf, rowsOf } from './option.js';
import { onModeChange } from './palette.js';

const ROW = 170;
const NAME = 16;
const AROUND_NAMES = 90;

// As high as the names of a vertical axis need; 0 for the height of the page.
const heightOf = (model, rows) => {
  const names = model.panels.length === 1 ? model.panels[0].y.categories.length : 0;
  return Math.max(rows > 2 ? rows * ROW : 0, names > 15 && names <= 40 ? names * NAME + AROUND_NAMES : 0);
};

export class Drawing {
  #plot;
  #legend;
  #chart;
  #brush = null;
  #sizes;
  #end = new AbortController();
  #model = null;
  #area = undefined;
  #text = '';

  // `brushed` is told of each rectangle that is drawn; directions are x, y, xy, or none when the chart takes no rectangles.
  constructor(plot, legend, directions, brushed) {
    this.#plot = plot;
    this.#legend = legend;
    this.#chart = init(plot);
    if (directions) { this.#brush = new Brush(this.#chart, plot, directions, brushed); }
    this.#sizes = new ResizeObserver(() => this.#redraw());
    this.#sizes.observe(plot);
    onModeChange(() => this.#redraw(), this.#end.signal);
  }

  draw(model, area) {
    const text = JSON.stringify(model);
    this.#model = model;
    this.#area = area;
    if (text === this.#text) {
      this.#brush?.show(area);
    } else {
      this.#text = text;
      this.#redraw();
    }
  }

  dispose() {
    this.#sizes.disconnect();
    this.#end.abort();
    this.#model = null;
    this.#chart.dispose();
  }

  #redraw() {
    if (!this.#model || this.#plot.clientWidth === 0) { return; }
    const rows = rowsOf(this.#model, this.#plot.clientWidth);
    const height = heightOf(this.#model, rows);
    this.#plot.style.height = height > 0 ? height + 'px' : '';
    this.#chart.resize();
    this.#chart.setOption(optionOf(this.#model, this.#plot.clientWidth, this.#plot.clientHeight), { notMerge: true });
    this.#legend.replaceChildren(...legendOf(this.#model.legend));
    this.#brush?.show(this.#area);
  }
}
