// What of the sweep is looked at: filters, order, groups. It stands in the address, so that a link shows the same.

const EVERYTHING = { conditions: [], words: '', hideFailed: false, without: null, sort: null, rows: 100 };

const fromAddress = () => {
  try {
    return JSON.parse(decodeURIComponent(location.hash.slice(1))) ?? {};
  } catch {
    return {};
  }
};

const begin = fromAddress();
let view = { ...EVERYTHING, ...begin.view };
let areas = begin.areas ?? {};
const listeners = [];

export const current = () => view;

// The rectangles that were drawn, by the number of their chart.
export const area = chart => areas[chart];

export const onChange = listener => listeners.push(listener);

export const change = part => {
  view = { ...view, ...part };
  const isPlain = JSON.stringify(view) === JSON.stringify(EVERYTHING);
  const hash = '#' + encodeURIComponent(JSON.stringify({ view, areas }));
  history.replaceState(null, '', isPlain ? location.pathname : hash);
  listeners.forEach(listener => listener(view));
};

// Takes the conditions of a rectangle that was drawn in a chart, in place of the one before; without any, takes it away.
export const brush = (chart, drawn, conditions) => {
  const { [chart]: old, ...others } = areas;
  areas = drawn ? { ...others, [chart]: drawn } : others;
  change({ conditions: [...view.conditions.filter(condition => condition.chart !== chart), ...conditions] });
};

export const without = condition => {
  const { [condition.chart]: old, ...others } = areas;
  areas = others;
  change({ conditions: view.conditions.filter(other => other.chart !== condition.chart) });
};

export const clear = () => {
  areas = {};
  change({ conditions: [], words: '', hideFailed: false });
};
