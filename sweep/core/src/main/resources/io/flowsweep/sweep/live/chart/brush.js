// A rectangle drawn into a chart with mouse, pen or finger. A finger that moves up or down scrolls the page.

import { make } from '../dom.js';

const LEAST = 6;

const place = (element, box) => {
  element.hidden = !box;
  if (box) {
    Object.assign(element.style, {
      left: box.left + 'px', top: box.top + 'px', width: box.width + 'px', height: box.height + 'px',
    });
  }
};

export class Brush {
  #chart;
  #place;
  #directions;
  #selection = make('div', { className: 'selection', hidden: true });
  #start = null;

  // `drawn` is told the area in the coordinates of its panel.
  constructor(chart, plot, directions, drawn) {
    this.#chart = chart;
    this.#place = plot;
    this.#directions = directions;
    plot.append(this.#selection);
    plot.classList.add('brushable');
    plot.addEventListener('pointerdown', event => this.#begin(event));
    plot.addEventListener('pointermove', event => this.#move(event));
    plot.addEventListener('pointerup', event => this.#end(event, drawn));
    plot.addEventListener('pointercancel', () => { this.#start = null; });
  }

  // Shows where a rectangle lies now.
  show(area) {
    if (this.#start?.moved) { return; }
    place(this.#selection, area && this.#box(area));
  }

  #at(event) {
    const bounds = this.#place.getBoundingClientRect();
    return [event.clientX - bounds.left, event.clientY - bounds.top];
  }

  #panel(at) {
    for (let panel = 0; this.#chart.getOption().grid?.[panel]; panel++) {
      if (this.#chart.containPixel({ gridIndex: panel }, at)) { return panel; }
    }
    return -1;
  }

  #begin(event) {
    const at = this.#at(event);
    const panel = event.button === 0 ? this.#panel(at) : -1;
    this.#start = panel < 0 ? null : { panel, at, moved: false };
  }

  #move(event) {
    if (!this.#start) { return; }
    const at = this.#at(event);
    if (!this.#start.moved && Math.hypot(at[0] - this.#start.at[0], at[1] - this.#start.at[1]) < LEAST) { return; }
    if (!this.#start.moved) {
      this.#start.moved = true;
      this.#place.setPointerCapture(event.pointerId);
    }
    place(this.#selection, this.#box(this.#area(at)));
  }

  #end(event, drawn) {
    const start = this.#start;
    if (start?.moved) {
      const area = this.#area(this.#at(event));
      this.#start = null;
      drawn(area);
    }
    this.#start = null;
  }

  // A side in which the chart is not brushed is as long as its axis.
  #area(at) {
    const { panel, at: from } = this.#start;
    const [x, y] = this.#chart.convertFromPixel({ gridIndex: panel }, from);
    const [u, v] = this.#chart.convertFromPixel({ gridIndex: panel }, at);
    const option = this.#chart.getOption();
    const within = (value, axis) => Math.min(axis.max, Math.max(axis.min, value));
    const side = (name, axis, a, b) => (this.#directions.includes(name)
      ? [within(Math.min(a, b), axis), within(Math.max(a, b), axis)] : [axis.min, axis.max]);
    const [x0, x1] = side('x', option.xAxis[panel], x, u);
    const [y0, y1] = side('y', option.yAxis[panel], y, v);
    return { panel, x0, x1, y0, y1 };
  }

  #box({ panel, x0, x1, y0, y1 }) {
    const [left, bottom] = this.#chart.convertToPixel({ gridIndex: panel }, [x0, y0]) ?? [];
    const [right, top] = this.#chart.convertToPixel({ gridIndex: panel }, [x1, y1]) ?? [];
    const isThere = [left, bottom, right, top].every(Number.isFinite);
    return isThere ? { left, top, width: right - left, height: bottom - top } : null;
  }
}
