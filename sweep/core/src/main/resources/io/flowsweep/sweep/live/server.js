// Questions to the server that this page came from, and what it tells by itself.

const answer = async response => {
  if (!response.ok) { throw new Error((await response.text()).trim() || response.statusText); }
  return response.json();
};

const text = value => (typeof value === 'object' ? JSON.stringify(value) : String(value));

export const ask = async (path, parameters = {}) => {
  const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, text(value)]));
  return answer(await fetch(path + '?' + query));
};

export const tell = async order =>
  answer(await fetch('/api/control', { method: 'POST', body: JSON.stringify(order) }));

// Calls `tellProgress` with each new state of the sweep, and `tellConnected` when the server is lost or found again.
export const follow = (tellProgress, tellConnected) => {
  const events = new EventSource('/api/events');
  events.onmessage = event => { tellConnected(true); tellProgress(JSON.parse(event.data)); };
  events.onerror = () => tellConnected(false);
};
