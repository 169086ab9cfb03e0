/** What was once done in a memory, to be had without doing it in another one that is the same. */
export interface Snapshot {
  /** How many words of the memory were in use before, and their sum. */
  readonly used: number;
  readonly sum: number;
  /** The texts of the queries that were compiled, and where each lies. */
  readonly queries: readonly (readonly [text: string, address: number])[];
  /** What changed: where, how many words, and the words; so for each place. */
  readonly changes: Int32Array;
}

export function changesBetween(before: Int32Array, after: Int32Array): Int32Array {
  const changes: number[] = [];
  for (let at = 0; at < after.length; at++) {
    if (after[at] === before[at]) continue;
    const start = at;
    while (at < after.length && after[at] !== before[at]) at++;
    changes.push(start, at - start, ...after.subarray(start, at));
  }
  return Int32Array.from(changes);
}

/** Makes the same changes in a memory that is as the other was before; says whether it was. */
export function repeatChanges({ used, sum, changes }: Snapshot, memory: Int32Array): boolean {
  if (sumOf(memory.subarray(0, used)) !== sum) return false;
  // Word by word: most places have but a few, and each view of an array is an object.
  for (let at = 0; at < changes.length; ) {
    let to = changes[at++] ?? 0;
    for (let count = changes[at++] ?? 0; count > 0; count--) memory[to++] = changes[at++] ?? 0;
  }
  return true;
}

/** Up to the last word that is not zero. */
export function usedOf(memory: Int32Array): number {
  return memory.findLastIndex((word) => word !== 0) + 1;
}

export function sumOf(words: Int32Array): number {
  let sum = words.length;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), PRIME);
  return sum;
}

/** As the words of a file: their sum, how many the description has, the description, the changes. */
export function writeSnapshot({ changes, ...description }: Snapshot): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(description));
  const count = Math.ceil(text.length / WORD);
  const file = new Int32Array(HEAD + count + changes.length);
  const bytes = new Uint8Array(file.buffer);
  bytes.fill(SPACE, HEAD * WORD, (HEAD + count) * WORD).set(text, HEAD * WORD);
  file.set(changes, HEAD + count);
  file[1] = count;
  file[0] = sumOf(file.subarray(1));
  return bytes;
}

/** Null where the file is damaged. */
export function readSnapshot(bytes: Uint8Array): Snapshot | null {
  if (bytes.length < HEAD * WORD || bytes.length % WORD !== 0) return null;
  const file = new Int32Array(new Uint8Array(bytes).buffer);
  const [sum, count = 0] = file;
  if (sum !== sumOf(file.subarray(1))) return null;
  const text = new TextDecoder().decode(bytes.subarray(HEAD * WORD, (HEAD + count) * WORD));
  return { ...JSON.parse(text), changes: file.subarray(HEAD + count) };
}

const WORD = Int32Array.BYTES_PER_ELEMENT;
const HEAD = 2;
const SPACE = 0x20;
/** Of the hash by Fowler, Noll and Vo. */
const PRIME = 0x01000193;
