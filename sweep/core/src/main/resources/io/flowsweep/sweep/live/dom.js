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

// Puts children in the place of those before. Whatever had the focus has it again, by its key.
export const replace = (place, ...children) => {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  place.replaceChildren(...children.filter(child => child));
  if (key !== undefined) { place.querySelector('[data-key="' + CSS.escape(key) + '"]')?.focus({ preventScroll: true }); }
};

export const button = (text, click, parts = {}) =>
  make('button', { type: 'button', textContent: text, on: { click }, ...parts });

export const badge = state =>
  make('span', { className: 'state ' + state.replaceAll(/[ _]/g, '-'), textContent: state.replaceAll('_', ' ') });
