// All charts of the sweep. Each is asked for by itself, and only while it can be seen, so that a slow one holds up no other.

import { Drawing } from './chart/drawing.js';
import { button, find, make } from './dom.js';
import { paced } from './paced.js';
import { ask } from './server.js';
import * as view from './view.js';

// `changed` is told whenever it has become clear whether the chart is left out.
const figureOf = (chart, changed) => {
  const title = make('span', { className: 'chart-title', textContent: chart.title });
  const clear = button('clear', () => view.brush(chart.number, null, []), { className: 'chip', hidden: true });
  const legend = make('div', { className: 'legend' });
  const plot = make('div', { className: 'plot', role: 'img' });
  const caption = make('figcaption');
  const element = make('figure', { className: 'live-chart', data: { chart: chart.number } },
    make('div', { className: 'chart-head' }, title, clear), legend, plot, caption);
  const fail = problem => { caption.textContent = 'The chart cannot be had: ' + problem.message; };
  const drawing = new Drawing(plot, legend, chart.brush, async area => {
    try {
      const { conditions } = await ask('/api/brush', { n: chart.number, view: view.current(), brush: area });
      view.brush(chart.number, area, conditions);
    } catch (problem) {
      fail(problem);
    }
  });
  const figure = { element, title: chart.title, live: chart.live, version: 0, leftOut: '' };
  let visible = false;
  figure.update = paced(async () => {
    if (!visible && !element.hidden) { return; }
    try {
      const { model, problem, leftOut, version } = await ask('/api/chart', { n: chart.number, view: view.current() });
      figure.version = version;
      figure.leftOut = leftOut ?? '';
      changed();
      element.hidden = !model && !problem;
      if (element.hidden) { return; }
      caption.textContent = problem ?? model.caption;
      plot.setAttribute('aria-label', chart.title + ': ' + caption.textContent);
      clear.hidden = !view.area(chart.number);
      if (model) { drawing.draw(model, view.area(chart.number)); }
    } catch (problem) {
      fail(problem);
    }
  });
  new IntersectionObserver(entries => {
    visible = entries.at(-1).isIntersecting;
    if (visible) { figure.update(true); }
  }, { rootMargin: '200px' }).observe(element);
  return figure;
};

export const charts = sweep => {
  const note = make('p', { className: 'soft', id: 'left-out', hidden: true });
  const tell = () => {
    const out = figures.filter(figure => figure.leftOut);
    note.hidden = out.length === 0;
    note.textContent = note.hidden ? '' : 'Not drawn, as ' + out[0].leftOut + ': ' + out.map(figure => figure.title).join(', ') + '.';
  };
  const figures = sweep.charts.map(chart => figureOf(chart, tell));
  find('charts').replaceChildren(...figures.map(figure => figure.element), note);
  const update = (which, soon) => figures.filter(which).forEach(figure => figure.update(soon));
  return {
    update: soon => update(() => true, soon),
    // Those that change while runs go on.
    goOn: () => update(figure => figure.live),
    // Those that show older rows: also where an answer was lost.
    catchUp: rows => update(figure => figure.version < rows),
  };
};
