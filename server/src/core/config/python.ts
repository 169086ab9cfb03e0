/** Whether something is versions as `requires-python` has them: `>=3.10,<4`, or a bare `3.10`. */
export function isVersions(value: unknown): value is string {
  if (typeof value !== "string" || value.trim() === "" || value.length > LONGEST) return false;
  return value.split(",").every((part) => CLAUSE.test(part.trim()));
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

/** Whether a Python for which `versions` holds is among those of a project. What is unclear is. */
export function overlaps(versions: string, project: string): boolean {
  if (!isVersions(versions) || !isVersions(project)) return true;
  const all = [...clauses(versions), ...clauses(project)];
  return MINORS.some((version) => all.every((clause) => satisfies(version, clause)));
}

/** The first and some late release of each version that there was or may be in our time. */
const MINORS: readonly Version[] = Array.from({ length: 50 }, (_, minor) =>
  [0, 99].map((micro) => [3, minor, micro]),
).flat();

/** Nobody writes more than this, in UTF-16 units. */
const LONGEST = 200;

const CLAUSE = /^(~=|===|==|!=|<=|>=|<|>|)\s*v?(\d+(?:\.\d+)*)(?:\.\*)?(?:(?:a|b|rc)\d+)?$/;

type Version = readonly number[];

interface Clause {
  readonly operator: string;
  readonly version: Version;
}

function clauses(text: string): Clause[] {
  return text.split(",").map((part) => {
    const [, operator = "", version = ""] = CLAUSE.exec(part.trim()) ?? [];
    return { operator, version: version.split(".").map(Number) };
  });
}

function satisfies(version: Version, { operator, version: bound }: Clause): boolean {
  const order = compare(version, bound);
  if (operator === ">=") return order >= 0;
  // `~=3.10.2` means 3.10.4, too, and not 3.11.
  if (operator === "~=") return order >= 0 && compare(version.slice(0, bound.length - 1), bound.slice(0, -1)) === 0;
  if (operator === ">") return order > 0;
  if (operator === "<=") return order <= 0;
  if (operator === "<") return order < 0;
  // `==3.10` means 3.10.4, too.
  const isIt = compare(version.slice(0, bound.length), bound) === 0;
  return operator === "!=" ? !isIt : isIt;
}

function compare(a: Version, b: Version): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = (a[index] ?? 0) - (b[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
