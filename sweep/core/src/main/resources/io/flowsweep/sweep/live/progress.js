// How far the sweep is: counts, time, the best so far, what is under way.

import { button, find, make, replace } from './dom.js';

const value = (title, amount, note) => make('div', { className: 'value', data: { title } },
  make('div', { className: 'title', textContent: title }),
  make('div', { className: 'amount', textContent: amount }),
  note && make('div', { className: 'note', textContent: note }));

const bar = progress => {
  const all = Math.max(1, progress.trials);
  const part = (name, count) => {
    const piece = make('div', { className: name, title: count + ' ' + name });
    piece.style.width = 100 * count / all + '%';
    return piece;
  };
  return make('div', { className: 'bar', role: 'progressbar', aria: { valuemin: 0, valuemax: all, valuenow: progress.done } },
    part('succeeded', progress.succeeded), part('failed', progress.failed), part('skipped', progress.skipped),
    part('terminated', progress.terminated),
    part('running', progress.running));
};

const underWay = (progress, open) => progress.underWay.length > 0 && make('p', { className: 'under-way' },
  make('span', { className: 'soft', textContent: 'under way ' }),
  ...progress.underWay.map(trial => button(
    trial.name + (trial.reported ? ' · ' + trial.reported : ''),
    () => open(trial.variant, trial.repeat),
    { className: 'chip', data: { key: trial.variant + '#' + trial.repeat } })));

export const showProgress = (progress, open) => {
  const time = progress.eta ? 'about ' + progress.eta + ' left' : progress.left > 0 ? progress.left + ' runs left' : null;
  replace(find('progress'),
    bar(progress),
    make('div', { className: 'values' },
      value('done', progress.done + ' of ' + progress.trials, progress.reused ? progress.reused + ' reused' : null),
      progress.failed > 0 && value('failed', progress.failed, null),
      progress.skipped > 0 && value('skipped', progress.skipped, null),
      progress.running > 0 && value('running', progress.running, null),
      value('worked for', progress.elapsed, time),
      progress.best && value('best ' + progress.best.metric, progress.best.value, progress.best.variant)),
    progress.reason && make('p', { className: 'failure', textContent: 'Ended early: ' + progress.reason }),
    underWay(progress, open));
};
