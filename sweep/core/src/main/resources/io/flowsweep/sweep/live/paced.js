// Work that is asked for more often than it can be done: one call at a time, then a rest of three times as long as it took.

const REST = 3;

export const paced = (work, leastMillis = 150) => {
  let wanted = false;
  let busy = false;
  let wake = () => {};

  const run = async () => {
    busy = true;
    while (wanted) {
      wanted = false;
      const begin = performance.now();
      await work();
      const rest = Math.max(leastMillis, REST * (performance.now() - begin));
      await new Promise(done => {
        wake = done;
        setTimeout(done, rest);
      });
    }
    busy = false;
  };

  // `soon` cuts the rest short: somebody waits for it.
  return (soon = false) => {
    wanted = true;
    if (!busy) { run(); } else if (soon) { wake(); }
  };
};
