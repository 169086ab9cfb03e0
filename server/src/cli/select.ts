import type { RuleLevels, Shelf } from "../core/api.ts";
import { Failure } from "./failure.ts";

/**
 * Which rules run, from lists of ids that are separated by commas: `select` names the only ones, `ignore` those that do
 * not. Another linter's code stands for our rule. The answer is applied to what a project's configuration says, which a
 * rule that is selected by name overrules. Throws a `Failure` for a word that names no rule.
 */
export function selectRules(
  shelf: Shelf,
  select: readonly string[],
  ignore: readonly string[],
): (configured: RuleLevels) => RuleLevels {
  const selected = new Set(idsOf(shelf, select));
  const ignored = new Set(idsOf(shelf, ignore));
  const rules = shelf.entries.filter(({ kind }) => kind === "trap").map(({ id }) => id);
  const isOff = (id: string) => ignored.has(id) || (select.length > 0 && !selected.has(id));
  const off = Object.fromEntries(rules.filter(isOff).map((id) => [id, "off"] as const));
  return (configured) => {
    const kept = Object.entries(configured).filter(([id, level]) => !(level === "off" && selected.has(id)));
    return { ...Object.fromEntries(kept), ...off };
  };
}

function idsOf(shelf: Shelf, lists: readonly string[]): string[] {
  const words = lists.flatMap((list) => list.split(/[\s,]+/)).filter((word) => word !== "");
  return words.map((word) => {
    const note = shelf.find(word);
    if (note?.kind === "trap") return note.id;
    if (note) throw new Failure(`${note.id} is a note without a rule; pygloss rules lists the rules`);
    const near = shelf.suggest(word).filter((id) => shelf.find(id)?.kind === "trap");
    const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "pygloss rules lists them";
    throw new Failure(`there is no rule ${word}; ${hint}`);
  });
}
