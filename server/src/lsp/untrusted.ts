/** The same keys, whose values may be anything: what a client or a user wrote. */
export type Untrusted<T> = { readonly [K in keyof T]?: unknown };

/** Whether a value from outside is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
