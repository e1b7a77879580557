// The name of the sweep, how it stands, and what steers it.

import { badge, button, find, make } from './dom.js';
import { tell } from './server.js';

const SURE_MILLIS = 4000;

// Whether a driver has heard it.
const order = async (action, notify) => {
  try {
    await tell({ action });
    return true;
  } catch (problem) {
    notify(problem.message);
    return false;
  }
};

// The end of a sweep is asked for twice.
const cancelButton = notify => {
  const cancel = button('cancel', async () => {
    if (cancel.dataset.sure) {
      delete cancel.dataset.sure;
      cancel.textContent = 'cancelling …';
      if (!await order('CANCEL', notify)) { cancel.textContent = 'cancel'; }
    } else {
      cancel.dataset.sure = 'yes';
      cancel.textContent = 'really cancel?';
      setTimeout(() => {
        if (cancel.dataset.sure) { cancel.textContent = 'cancel'; }
        delete cancel.dataset.sure;
      }, SURE_MILLIS);
    }
  }, { id: 'cancel', className: 'danger' });
  return cancel;
};

export const head = (sweep, notify) => {
  const state = make('span', { id: 'state' });
  let paused = false;
  const pause = button('pause', () => order(paused ? 'RESUME' : 'PAUSE', notify), { id: 'pause' });
  const cancel = cancelButton(notify);
  const size = sweep.variants + (sweep.variants === 1 ? ' variant' : ' variants') + ' of ' + sweep.flow
    + (sweep.repeats > 1 ? ', ' + sweep.repeats + ' times each' : '') + ', ' + sweep.executor;
  find('head').replaceChildren(
    make('div', {}, make('h1', { textContent: sweep.name }), make('p', {}, state, ' ', size)),
    make('div', { className: 'buttons' }, pause, cancel));

  return progress => {
    document.title = Math.floor(100 * progress.done / Math.max(1, progress.trials)) + ' % · ' + sweep.name;
    state.replaceChildren(badge(progress.state));
    paused = progress.paused;
    pause.textContent = paused ? 'go on' : 'pause';
    pause.hidden = cancel.hidden = !progress.driven || !['running', 'paused'].includes(progress.state);
  };
};
