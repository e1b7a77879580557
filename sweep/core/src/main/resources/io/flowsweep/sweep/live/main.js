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
  const results = table(open, notify);
  const plots = charts(sweep);
  filters(sweep);
  view.onChange(() => {
    results.update(true);
    plots.update(true);
  });

  let version = 0;
  follow(progress => {
    showHead(progress);
    showProgress(progress, open);
    showFailures(progress);
    updatePanel();
    if (progress.version !== version) { plots.goOn(); }
    version = progress.version;
    plots.catchUp(progress.rows);
    results.catchUp(progress.rows);
  }, connected => {
    notify(connected ? '' : 'The process that serves this page has ended, or cannot be reached. '
      + 'What you see is how it was; `flowsweep ui ' + sweep.name + '` opens the page again.');
  });
};

begin().catch(problem => notify(problem.message));
