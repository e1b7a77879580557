// Everything about one variant, beside the page.

import { Drawing } from './chart/drawing.js';
import { badge, button, find, focusedIn, focusOn, make, renew } from './dom.js';
import { paced } from './paced.js';
import { ask, tell } from './server.js';

const part = (title, ...children) => make('section', {}, make('h3', { textContent: title }), ...children);

const facts = pairs => make('dl', {}, ...pairs.flatMap(([name, text]) =>
  [make('dt', { textContent: name }), make('dd', { textContent: text })]));

const config = rows => part('differs from the base config', rows.length === 0
  ? make('p', { className: 'soft', textContent: 'nothing' })
  : make('div', { className: 'table' }, make('table', { className: 'difference' }, make('tbody', {}, ...rows.map(row => make('tr', {},
    make('td', { textContent: row.path }),
    make('td', { className: 'old', textContent: row.base }),
    make('td', { className: 'new', textContent: row.value })))))));

const scrolled = name => ({ tabIndex: 0, aria: { label: name }, data: { key: name } });

const log = tail => part('log', make('pre', { className: 'log', id: 'log', ...scrolled('log') },
  tail.whole ? '' : '… more before: `flowsweep logs` prints all of it\n',
  ...tail.lines.map(line => make('span', { className: line.error ? 'error' : '', textContent: line.text + '\n' }))));

const command = text => part('run it again', make('pre', { id: 'command', textContent: text, ...scrolled('command') }));

const curves = models => models.map(model => {
  const plot = make('div', { className: 'plot small' });
  const legend = make('div', { className: 'legend' });
  return { model, element: make('figure', { className: 'curve' }, legend, plot), drawing: () => new Drawing(plot, legend, '') };
});

// Loaded anew whenever something has changed while the variant runs, and once when it has ended.
const cards = (found, look) => {
  const frame = make('iframe', { title: 'cards', src: '/api/cards?variant=' + found.variant + '&repeat=' + found.repeat, data: { look } });
  frame.setAttribute('sandbox', '');
  return part('cards', frame);
};

export const panel = notify => {
  let shown = null;
  let text = '';
  let drawings = [];
  let looks = 0;
  let focused;
  const place = find('panel');

  const empty = () => {
    text = '';
    drawings.forEach(drawing => drawing.dispose());
    drawings = [];
    place.replaceChildren();
  };

  const close = () => {
    shown = null;
    place.hidden = true;
    empty();
  };

  const show = found => {
    drawings.forEach(drawing => drawing.dispose());
    const charts = curves(found.curves);
    const cancel = async () => {
      try {
        await tell({ action: 'CANCEL', variant: found.variant });
      } catch (problem) {
        notify(problem.message);
      }
    };
    const before = find('log');
    const follows = !before || before.scrollTop + before.clientHeight >= before.scrollHeight - 2;
    const read = before?.scrollTop;
    const isOpen = find('error')?.open ?? false;
    renew(place,
      make('div', { className: 'panel-head' }, make('h2', { textContent: found.name }),
        button('×', close, { className: 'close', aria: { label: 'close' }, data: { key: 'close' } })),
      make('p', {}, badge(found.state), found.took ? ' ' + found.took : '',
        found.attempts > 1 ? ' · attempt ' + found.attempts : '',
        found.state === 'running' && button('cancel this variant', cancel, { className: 'danger', id: 'cancel-variant', data: { key: 'cancel' } })),
      found.repeats.length > 1 && make('p', { className: 'chips' }, 'repeat ', ...found.repeats.map(repeat =>
        button(repeat, () => open(found.variant, repeat), { className: repeat === found.repeat ? 'chip chosen' : 'chip', data: { key: 'repeat ' + repeat } }))),
      found.failure && make('details', { className: 'failure', id: 'error', open: isOpen },
        make('summary', { textContent: found.failure, data: { key: 'error' } }), found.stack && make('pre', { textContent: found.stack })),
      Object.keys(found.metrics).length > 0 && part('metrics', facts(Object.entries(found.metrics))),
      config(found.config),
      charts.length > 0 && part('reported', ...charts.map(chart => chart.element)),
      found.cards && cards(found, found.state === 'running' ? ++looks : 'end'),
      found.log && found.log.lines.length > 0 && log(found.log),
      command(found.command),
      found.run && make('p', { className: 'soft', textContent: 'run ' + found.run }),
    );
    place.hidden = false;
    focusOn(place, focused);
    focused = undefined;
    drawings = charts.map(chart => {
      const drawing = chart.drawing();
      drawing.draw(chart.model);
      return drawing;
    });
    const tail = find('log');
    if (tail) { tail.scrollTop = follows ? tail.scrollHeight : read; }
  };

  const update = paced(async () => {
    const asked = shown;
    if (!asked) { return; }
    try {
      const found = await ask('/api/variant', asked);
      const now = JSON.stringify(found);
      if (shown === asked && now !== text) { // else another was opened, or this one closed, meanwhile
        text = now;
        show(found);
      }
    } catch (problem) {
      notify(problem.message);
      if (shown === asked) { close(); }
    }
  }, 1000);

  const open = (variant, repeat) => {
    shown = { variant, repeat };
    focused = focusedIn(place);
    empty();
    update(true);
  };

  addEventListener('keydown', event => { if (event.key === 'Escape') { close(); } });
  return { open, update };
};
