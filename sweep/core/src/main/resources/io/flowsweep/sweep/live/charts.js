// All charts of the sweep. Each is asked for by itself, and only while it can be seen, so that a slow one holds up no other.

import { Drawing } from './chart/drawing.js';
import { button, find, make } from './dom.js';
import { paced } from './paced.js';
import { ask } from './server.js';
import * as view from './view.js';

const figure = chart => {
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
  let visible = false;
  const update = paced(async () => {
    if (!visible && !element.hidden) { return; }
    try {
      const { model, problem } = await ask('/api/chart', { n: chart.number, view: view.current() });
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
    if (visible) { update(true); }
  }, { rootMargin: '200px' }).observe(element);
  return { element, update, live: chart.live };
};

// A function that brings the charts up to date: all, or those that change while runs go on.
export const charts = sweep => {
  const figures = sweep.charts.map(chart => figure(chart));
  find('charts').replaceChildren(...figures.map(one => one.element));
  return (soon, all = true) => figures.filter(one => all || one.live).forEach(one => one.update(soon));
};
