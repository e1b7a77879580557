// Numbers as people read them.

const PLAIN = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const number = value => {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) { return value.toExponential(2).replace(/\.?0+e/, 'e'); }
  return size >= 1e4 ? WHOLE.format(value) : PLAIN.format(value);
};
