/**
 * The smallest list that still fails, as far as leaving pieces out finds one: Zeller and Hildebrandt, "Simplifying and
 * Isolating Failure-Inducing Input", 2002. `tries` limits how often `fails` is asked.
 */
export async function minimise<T>(
  items: readonly T[],
  fails: (items: readonly T[]) => boolean | Promise<boolean>,
  tries = 200,
): Promise<readonly T[]> {
  let smallest = items;
  let left = tries;
  for (let size = Math.ceil(items.length / 2); size > 0; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let start = 0; start < smallest.length && left > 0; left--) {
      const without = smallest.toSpliced(start, size);
      if (without.length < smallest.length && (await fails(without))) smallest = without;
      else start += size;
    }
  }
  return smallest;
}
