// What failed, grouped by message. A group that was opened stays open.

import { find, make } from './dom.js';

let shown = '';

export const showFailures = progress => {
  const text = JSON.stringify(progress.failures);
  if (text === shown) { return; }
  shown = text;
  const groups = progress.failures.map(group => make('li', {},
    make('b', { textContent: group.count + ' ' + group.what }), ': ' + group.message,
    make('span', { className: 'soft', textContent: '  for example ' + group.example })));
  const more = progress.failureKinds - groups.length;
  const open = find('failures').querySelector('details')?.open ?? groups.length <= 3;
  find('failures').replaceChildren(...(groups.length === 0 ? [] : [make('details', { className: 'failure', open },
    make('summary', { textContent: [progress.failed && progress.failed + ' failed', progress.skipped && progress.skipped + ' skipped'].filter(part => part).join(', ') + ', for '
      + (progress.failureKinds === 1 ? 'one reason' : progress.failureKinds + ' reasons') }),
    make('ul', {}, ...groups, more > 0 && make('li', { textContent: '… and ' + more + ' more' })))]));
};
