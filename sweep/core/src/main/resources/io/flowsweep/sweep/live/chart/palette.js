// What tones look like: the colours of Okabe and Ito (2008) without their yellow, and viridis (Smith and van der Walt, 2015). On a dark ground
// blue is lighter, and black is white.

const SERIES = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'],
  dark: ['#3d95d6', '#e8702a', '#1fb58a', '#d48db5', '#e9a92c', '#7cc8f2', '#e3e8ee'],
};
const VIRIDIS = ['440154', '482878', '3e4989', '31688e', '26828e', '1f9e89', '35b779', '6ece58', 'b5de2b', 'fde725'];
const REST = { light: '#bdbdbd', dark: '#56616f' };
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'path://M0,0L10,0L5,9Z'];
const DASHES = ['solid', [7, 4], [2, 3], [9, 3, 2, 3]];
const PALENESS = [1, 0.5, 0.3, 0.15];

const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
const mode = () => (isDark() ? 'dark' : 'light');

const channel = (hex, at) => parseInt(hex.slice(at, at + 2), 16);

// The darkest fifth of the ramp cannot be seen on a dark ground.
const seen = place => (isDark() ? 0.2 + 0.8 * place : place);

const ramp = place => {
  const at = seen(Math.max(0, Math.min(1, place))) * (VIRIDIS.length - 1);
  const below = Math.min(Math.floor(at), VIRIDIS.length - 2);
  const share = at - below;
  const mixed = [0, 2, 4].map(i =>
    Math.round(channel(VIRIDIS[below], i) * (1 - share) + channel(VIRIDIS[below + 1], i) * share));
  return 'rgb(' + mixed.join(',') + ')';
};

export const FONT = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

export const text = () => (isDark() ? '#e3e8ee' : '#1f2933');
export const faint = () => (isDark() ? '#9aa7b5' : '#627083');
export const grid = () => (isDark() ? '#2c3643' : '#e6eaef');
export const paper = () => (isDark() ? '#1a2029' : '#ffffff');

export const color = tone => ({
  series: () => SERIES[mode()][tone.value % SERIES.light.length],
  ramp: () => ramp(tone.value),
  rest: () => REST[mode()],
  ink: text,
})[tone.kind]();

export const symbol = tone => (tone.kind === 'series' ? SYMBOLS[tone.value % SYMBOLS.length] : 'circle');
export const dash = tone => (tone.kind === 'series' ? DASHES[Math.floor(tone.value / 7) % DASHES.length] : 'solid');

// How opaque an area is: series beyond the seventh have the colours of the first ones, paler.
export const opacity = tone => (tone.kind === 'series' ? PALENESS[Math.floor(tone.value / 7) % PALENESS.length] : 1);

// A text that can be read on a colour of the ramp, which grows lighter evenly.
export const on = tone => (tone.kind !== 'ramp' ? text() : seen(tone.value) > 0.45 ? '#000000' : '#ffffff');

export const gradient = () =>
  'linear-gradient(to right, ' + VIRIDIS.map((hex, i) => ramp(i / (VIRIDIS.length - 1))).join(', ') + ')';

// Until the signal is aborted.
export const onModeChange = (listener, signal) =>
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener, { signal });
