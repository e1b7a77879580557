// What is chosen of the table: words, failed or not, groups, and the rectangles drawn in charts.

import { button, find, make, replace } from './dom.js';
import { number } from './numbers.js';
import * as view from './view.js';

const sentence = condition => condition.columns.join(' · ') + ' '
  + (condition.values.length > 0
    ? (condition.values.length <= 3 ? condition.values.join(', ') : condition.values.length + ' values')
    : number(condition.low) + ' … ' + number(condition.high));

const chips = (conditions, line) => replace(line,
  ...conditions.map(condition => button(sentence(condition) + ' ×', () => view.without(condition),
    { className: 'chip', title: 'take this filter away', data: { key: sentence(condition) } })),
  ...(conditions.length > 0 ? [button('clear all', view.clear, { id: 'clear' })] : []));

export const filters = sweep => {
  const words = make('input', { type: 'search', id: 'words', placeholder: 'filter rows', value: view.current().words,
    aria: { label: 'filter rows by words' } });
  words.addEventListener('input', () => view.change({ words: words.value }));
  const hide = make('input', { type: 'checkbox', id: 'hide-failed', checked: view.current().hideFailed });
  hide.addEventListener('change', () => view.change({ hideFailed: hide.checked }));
  const group = make('select', { id: 'without', aria: { label: 'group rows' } },
    make('option', { value: '', textContent: 'each run by itself' }),
    ...sweep.without.map(column => make('option', { value: column, textContent: 'group by everything but ' + column })));
  group.value = view.current().without ?? '';
  group.addEventListener('change', () => view.change({ without: group.value || null }));
  const line = make('div', { className: 'chips', id: 'conditions' });
  find('filters').replaceChildren(
    make('div', { className: 'tools' }, words, make('label', {}, hide, ' hide failed'), group), line);
  const show = now => {
    if (document.activeElement !== words) { words.value = now.words; }
    hide.checked = now.hideFailed;
    chips(now.conditions, line);
  };
  view.onChange(show);
  show(view.current());
};
