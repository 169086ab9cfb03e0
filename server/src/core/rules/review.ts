import type { Finding, RuleLevels } from "../api.ts";
import type { Source } from "../source.ts";
import type { RuleSet } from "./analyse.ts";
import type { Ignore } from "./directives.ts";
import { tell } from "./message.ts";
import type { JudgedIgnore } from "./rule.ts";
import type { Silence } from "./suppress.ts";

/** What rules say of our comments, once it is known what each of them silences. */
export function reviewIgnores(rules: RuleSet, silence: Silence, source: Source, levels: RuleLevels): Finding[] {
  const { ignores } = silence;
  if (ignores.length === 0) return [];
  return rules.entries.flatMap((rule) => {
    const check = rules.codeOf(rule)?.checkIgnore;
    if (!check || rules.isOff(rule.id, levels)) return [];
    const severity = rules.severity(rule, levels);
    return rules.attempt(rule, () =>
      ignores
        .flatMap((ignore) => check(judge(ignore, rules, silence.silencedBy(ignore), levels), source))
        .map(({ at, fix, ...report }) => tell(rule, { severity, span: at, report, fixes: [fix] }, rules.translations)),
    );
  });
}

/** Where a rule is off, nobody knows what the comment would silence. */
function judge(ignore: Ignore, rules: RuleSet, silenced: ReadonlySet<string>, levels: RuleLevels): JudgedIgnore {
  const isAnyOff = () => rules.entries.some(({ id }) => rules.isOff(id, levels));
  return {
    ...ignore,
    isUsed: silenced.size > 0 || (ignore.ids === null && isAnyOff()),
    use: (id) => {
      const entry = rules.entries.find((rule) => rule.id === id);
      if (!entry) return "unknown";
      // A rule about comments speaks after all others, so what silences it cannot be known yet.
      const cannotBeJudged = rules.isOff(id, levels) || rules.codeOf(entry)?.checkIgnore;
      return silenced.has(id) || cannotBeJudged ? "used" : "unused";
    },
  };
}
