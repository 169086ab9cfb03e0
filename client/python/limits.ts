/** What an example may cost. The page and the worker keep to it. */

export const SECONDS = 5;
/** Bytes. A program that asks for more gets a MemoryError. */
export const MEMORY = 512 * 2 ** 20;
/** Characters. */
export const OUTPUT = 100_000;
