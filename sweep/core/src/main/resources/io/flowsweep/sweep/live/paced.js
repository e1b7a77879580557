// Work that is asked for more often than it should be done. Each part does one thing at a time and then rests, so long that all parts together
// work a quarter of the time, of which most is the browser's: whoever runs the sweep needs the machine more. What a person waits for cuts the rest short.

const REST = 3;
const LONG_REST_MILLIS = 1000;
const LONGEST_REST = 5;
const IDLE_MILLIS = 2;

// How long each part took last.
const took = new Map();

const parts = () => Math.max(1, [...took.values()].filter(millis => millis > IDLE_MILLIS).length);

export const paced = (work, leastMillis = 150) => {
  const part = {};
  let wanted = false;
  let busy = false;
  let wake = () => {};

  const run = async () => {
    busy = true;
    while (wanted) {
      wanted = false;
      const begin = performance.now();
      await work();
      took.set(part, performance.now() - begin);
      const longest = Math.max(LONG_REST_MILLIS, LONGEST_REST * took.get(part));
      const rest = Math.min(longest, Math.max(leastMillis, REST * parts() * took.get(part)));
      await new Promise(done => {
        wake = done;
        setTimeout(done, rest);
      });
    }
    busy = false;
  };

  return (soon = false) => {
    wanted = true;
    if (!busy) { run(); } else if (soon) { wake(); }
  };
};
