// Elements are made of texts and other elements, never of markup: whatever a name holds, it stays a text.

export const find = id => document.getElementById(id);

export const make = (name, parts = {}, ...children) => {
  const { aria = {}, data = {}, on = {}, ...properties } = parts;
  const element = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(aria)) { element.setAttribute('aria-' + key, value); }
  Object.assign(element.dataset, data);
  for (const [event, listener] of Object.entries(on)) { element.addEventListener(event, listener); }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
};

// The key of what has the focus inside a place, if anything there has it.
export const focusedIn = place => (place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined);

export const focusOn = (place, key) => {
  if (key !== undefined) { place.querySelector('[data-key="' + CSS.escape(key) + '"]')?.focus({ preventScroll: true }); }
};

// Puts children in the place of those before. Whatever had the focus has it again, by its key.
export const replace = (place, ...children) => {
  const key = focusedIn(place);
  place.replaceChildren(...children.filter(child => child));
  focusOn(place, key);
};

// The same for children of which most stay as they are: those are not touched, so that nothing in them is loaded or scrolled anew.
export const renew = (place, ...children) => {
  const key = focusedIn(place);
  const before = [...place.children];
  const after = children.filter(child => child).map(child => before.find(old => old.isEqualNode(child)) ?? child);
  before.filter(old => !after.includes(old)).forEach(old => old.remove());
  after.forEach((child, i) => { if (place.children[i] !== child) { place.insertBefore(child, place.children[i] ?? null); } });
  if (!place.contains(document.activeElement)) { focusOn(place, key); }
};

export const button = (text, click, parts = {}) =>
  make('button', { type: 'button', textContent: text, on: { click }, ...parts });

export const badge = state =>
  make('span', { className: 'state ' + state.replaceAll(/[ _]/g, '-'), textContent: state.replaceAll('_', ' ') });
