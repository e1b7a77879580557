// Puts the parts of the page together. The server tells when something has happened; each part then asks for what it shows.

import { charts } from './charts.js';
import { find } from './dom.js';
import { showFailures } from './failures.js';
import { filters } from './filters.js';
import { head } from './head.js';
import { panel } from './panel.js';
import { showProgress } from './progress.js';
import { ask, follow } from './server.js';
import { table } from './table.js';
import * as view from './view.js';

const notify = text => {
  find('notice').textContent = text;
  find('notice').hidden = !text;
};

const begin = async () => {
  const sweep = await ask('/api/sweep');
  const showHead = head(sweep, notify);
  const { open, update: updatePanel } = panel(notify);
  const updateTable = table(open, notify);
  const updateCharts = charts(sweep);
  filters(sweep);
  view.onChange(() => {
    updateTable(true);
    updateCharts(true);
  });

  let rows = 0;
  follow(progress => {
    showHead(progress);
    showProgress(progress, open);
    showFailures(progress);
    updatePanel();
    const ended = progress.rows !== rows;
    rows = progress.rows;
    updateCharts(false, ended);
    if (ended) { updateTable(); }
  }, connected => {
    notify(connected ? '' : 'The process that serves this page has ended, or cannot be reached. '
      + 'What you see is how it was; `flowsweep ui ' + sweep.name + '` opens the page again.');
  });
};

begin().catch(problem => notify(problem.message));
