/** Lets what waits in the queue of messages go first. A worker in a browser has no `setImmediate`. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** In milliseconds: how long a piece of work may make others wait. */
export const SLICE = 5;
