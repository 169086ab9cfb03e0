/** Whether something is versions as `requires-python` has them: `>=3.10,<4`, or a bare `3.10`. */
export function isVersions(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.split(",").every((part) => CLAUSE.test(part));
}

/** Whether what holds for `versions` holds for the oldest Python that a project may run on. What is unclear holds. */
export function holdsFor(versions: string, project: string): boolean {
  if (!isVersions(versions) || !isVersions(project)) return true;
  const oldest = clauses(project)
    .filter(({ operator }) => [">=", "~=", "==", "", ">"].includes(operator))
    .map(({ version }) => version)
    .sort(compare)
    .at(-1);
  return oldest === undefined || clauses(versions).every((clause) => satisfies(oldest, clause));
}

const CLAUSE = /^\s*(~=|===|==|!=|<=|>=|<|>|)\s*v?(\d+(?:\.\d+)*)(?:\.\*)?(?:(?:a|b|rc)\d+)?\s*$/;

type Version = readonly number[];

interface Clause {
  readonly operator: string;
  readonly version: Version;
}

function clauses(text: string): Clause[] {
  return text.split(",").map((part) => {
    const [, operator = "", version = ""] = CLAUSE.exec(part) ?? [];
    return { operator, version: version.split(".").map(Number) };
  });
}

function satisfies(version: Version, { operator, version: bound }: Clause): boolean {
  const order = compare(version, bound);
  if (operator === ">=" || operator === "~=") return order >= 0;
  if (operator === ">") return order > 0;
  if (operator === "<=") return order <= 0;
  if (operator === "<") return order < 0;
  if (operator === "!=") return order !== 0;
  // `==3.10` means 3.10.4, too.
  return compare(version.slice(0, bound.length), bound) === 0;
}

function compare(a: Version, b: Version): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = (a[index] ?? 0) - (b[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
