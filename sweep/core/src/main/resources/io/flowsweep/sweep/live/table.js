// The table of variants: sorted by a click on a column, opened by a click on a row.

import { badge, button, find, make, replace } from './dom.js';
import { paced } from './paced.js';
import { ask } from './server.js';
import * as view from './view.js';

const STEP = 200;

const next = (sort, name) => (sort === name ? '-' + name : sort === '-' + name ? null : name);

const heading = column => {
  const sort = view.current().sort;
  const order = sort === column.name ? 'ascending' : sort === '-' + column.name ? 'descending' : 'none';
  return make('th', { className: column.number ? 'number' : '', scope: 'col', aria: { sort: order } },
    button(column.label, () => view.change({ sort: next(view.current().sort, column.name) }), { data: { key: 'sort ' + column.name } }));
};

const cell = (text, column) => make('td', { className: column.number ? 'number' : '' },
  column.name === 'state' && text ? badge(text) : text);

const row = (cells, [variant, repeat], columns, open) => make('tr', {
  tabIndex: 0,
  data: { variant, repeat, key: variant + '#' + repeat },
  on: {
    click: () => open(variant, repeat),
    keydown: event => { if (event.key === 'Enter') { open(variant, repeat); } },
  },
}, ...cells.map((text, i) => cell(text, columns[i])));

const count = answer => (answer.found === answer.all ? '' : answer.found + ' of ') + answer.all
  + (answer.all === 1 ? ' row' : ' rows') + (answer.shown === answer.found ? '' : ' in ' + answer.shown + ' groups');

const further = (answer, asked) => answer.shown > answer.rows.length && (answer.rows.length < asked
  ? make('p', { className: 'more', textContent: 'The first ' + answer.rows.length + ': filter or sort to see others.' })
  : button('show more rows', () => view.change({ rows: asked + STEP }), { data: { key: 'more' } }));

const draw = (answer, asked, open) => {
  const rows = answer.rows.map((cells, i) => row(cells, answer.keys[i], answer.columns, open));
  const scrolled = find('table').querySelector('.table')?.scrollLeft ?? 0;
  replace(find('table'),
    make('p', { className: 'soft', id: 'count', textContent: answer.all === 0 ? 'No variant has ended yet.' : count(answer) }),
    answer.all > 0 && make('div', { className: 'table' },
      make('table', {}, make('thead', {}, make('tr', {}, ...answer.columns.map(heading))), make('tbody', {}, ...rows))),
    further(answer, asked));
  const scroll = find('table').querySelector('.table');
  if (scroll) { scroll.scrollLeft = scrolled; }
};

export const table = (open, notify) => {
  let version = 0;
  const update = paced(async () => {
    try {
      const asked = view.current();
      const answer = await ask('/api/table', { view: asked });
      draw(answer, asked.rows, open);
      version = answer.version;
    } catch (problem) {
      notify(problem.message);
    }
  });
  return {
    update,
    // Asks again when what is shown is older than those rows: also where an answer was lost.
    catchUp: rows => { if (version < rows) { update(); } },
  };
};
