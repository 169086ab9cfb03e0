import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A quantity, as each program had it in each round. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly unit: "ms" | "s" | "MB";
  readonly values: ReadonlyMap<string, readonly number[]>;
}

/** Collects values. What is wanted of them in the end is the median of the rounds. */
export class Measured {
  private readonly table = new Map<string, { row: Omit<Row, "values">; values: Map<string, number[]> }>();

  add(part: string, what: string, unit: Row["unit"], program: string, value: number | null): void {
    if (value === null) return;
    const key = `${part}\0${what}`;
    const known = this.table.get(key) ?? { row: { part, what, unit }, values: new Map() };
    this.table.set(key, known);
    known.values.set(program, [...(known.values.get(program) ?? []), value]);
    console.error(`  ${part}, ${what}: ${program} ${value.toFixed(1)} ${unit}`);
  }

  get rows(): Row[] {
    return [...this.table.values()].map(({ row, values }) => ({ ...row, values }));
  }
}

/** What this process has left behind is not to be looked for while it waits for an answer. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
