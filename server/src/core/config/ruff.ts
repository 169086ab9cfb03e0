/** Whether the project's Ruff reports a code. */
export type RuffChoice = (code: string) => boolean;

/** From `[tool.ruff]`; null where it does not select rules itself, because what is on by default is not for us to know. */
export function readRuff(ruff: unknown): RuffChoice | null {
  const lint = { ...tableOf(ruff), ...tableOf(tableOf(ruff)["lint"]) };
  const list = (key: string) => {
    const value: unknown = lint[key];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  };
  if (!Array.isArray(lint["select"])) return null;
  const selected = [...list("select"), ...list("extend-select")];
  const ignored = [...list("ignore"), ...list("extend-ignore")];
  // As in Ruff: the longer prefix is the more exact one and wins; of two that are alike, `ignore`.
  return (code) => longest(code, selected) > longest(code, ignored);
}

/** The length of the longest of the prefixes that a code has; -1 for none. */
function longest(code: string, prefixes: readonly string[]): number {
  const lengths = prefixes.map((prefix) => (prefix === "ALL" ? 0 : code.startsWith(prefix) ? prefix.length : -1));
  return Math.max(-1, ...lengths);
}

function tableOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
