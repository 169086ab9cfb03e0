import { OUTPUT } from "./limits.ts";
import type { FromWorker } from "./messages.ts";

/** What a piece counts for at least, so that many small ones do not keep the page busy. */
const LEAST = 20;

/** Makes writers for the two streams, which tell what is printed, in order, until it is more than anybody reads. */
export function limitedOutput(
  tell: (message: FromWorker) => void,
): (isError: boolean) => (bytes: Uint8Array) => number {
  let left = OUTPUT;
  return (isError) => {
    const decoder = new TextDecoder();
    return (bytes) => {
      if (left > 0) {
        const text = decoder.decode(bytes, { stream: true });
        tell({ type: "output", text: text.slice(0, left), isError });
        left -= Math.max(text.length, LEAST);
        if (left <= 0) tell({ type: "full" });
      }
      return bytes.length;
    };
  };
}
