
(() => {
  'use strict';
  const STEP = 200;
  const key = 'flowsweep ' + location.pathname;
  const state = { sort: -1, down: false, text: '', hide: false, shown: STEP };
  try { Object.assign(state, JSON.parse(sessionStorage.getItem(key))); } catch (e) { /* a fresh start */ }
  const keep = () => { try { sessionStorage.setItem(key, JSON.stringify(state)); } catch (e) { /* lost on reload */ } };

  const make = (name, parts = {}, ...children) => {
    const element = Object.assign(document.createElement(name), parts);
    element.append(...children);
    return element;
  };

  const source = document.getElementById('rows');
  if (source) {
    const data = JSON.parse(source.textContent);
    const ended = data.columns.findIndex(column => column.state);
    const failed = row => ended >= 0 && !['succeeded', 'stopped'].includes(row[ended]);
    const texts = data.rows.map(row => row.map(cell => cell ?? '').join(' ').toLowerCase());
    const count = make('span');
    const body = make('tbody');
    const heads = data.columns.map((column, i) => {
      const button = make('button', { type: 'button', textContent: column.label });
      button.addEventListener('click', () => {
        state.down = state.sort === i && !state.down;
        state.sort = i;
        draw();
      });
      return make('th', { className: column.number ? 'number' : '' }, button);
    });
    const search = make('input', { type: 'search', placeholder: 'filter rows', value: state.text });
    search.setAttribute('aria-label', 'filter rows');
    search.addEventListener('input', () => { state.text = search.value; state.shown = STEP; draw(); });
    const hide = make('input', { type: 'checkbox', checked: state.hide });
    hide.addEventListener('change', () => { state.hide = hide.checked; draw(); });
    const further = make('button', { type: 'button', className: 'further', textContent: 'show more rows' });
    further.addEventListener('click', () => { state.shown += STEP; draw(); });

    // Behind all others in both directions: what is no number, and then what is missing.
    const rank = (cell, isNumber) => (cell === null ? 2 : isNumber && Number.isNaN(Number(cell)) ? 1 : 0);

    const compare = (a, b) => {
      const x = data.rows[a][state.sort], y = data.rows[b][state.sort];
      const isNumber = data.columns[state.sort].number;
      const ranks = rank(x, isNumber) - rank(y, isNumber);
      if (ranks !== 0 || rank(x, isNumber) > 0) { return ranks || a - b; }
      const [u, v] = isNumber ? [Number(x), Number(y)] : [x, y];
      const less = u < v ? -1 : u > v ? 1 : 0;
      return (state.down ? -less : less) || a - b;
    };

    const draw = () => {
      const words = state.text.toLowerCase().split(/\s+/).filter(word => word);
      const found = data.rows.map((row, i) => i)
        .filter(i => words.every(word => texts[i].includes(word)) && !(state.hide && failed(data.rows[i])));
      if (state.sort >= 0 && state.sort < heads.length) { found.sort(compare); }
      heads.forEach((head, i) =>
        head.setAttribute('aria-sort', i !== state.sort ? 'none' : state.down ? 'descending' : 'ascending'));
      body.replaceChildren(...found.slice(0, state.shown).map(i => make('tr', {},
        ...data.rows[i].map((cell, c) =>
          make('td', { className: data.columns[c].number ? 'number' : '', textContent: cell ?? '' })))));
      count.textContent = found.length + ' of ' + data.rows.length + ' rows';
      further.hidden = found.length <= state.shown;
      keep();
    };

    const tools = make('div', { className: 'tools' }, search, make('label', {}, hide, ' hide failed'), count);
    const table = make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body);
    document.getElementById('results').replaceChildren(tools, make('div', { className: 'table' }, table), further);
    draw();
  }

  if ('live' in document.documentElement.dataset) {
    setInterval(() => {
      if (!document.hidden && document.activeElement?.type !== 'search') { location.reload(); }
    }, 5000);
  }
})();
