import type { Node, Tree } from "web-tree-sitter";
import type { Finding } from "../api.ts";
import type { SameAs } from "../notes/note.ts";
import type { Source } from "../source.ts";
import { type Directive, type Ignore, MENTION, readDirectives } from "./directives.ts";
import { CommentRows } from "./rows.ts";

/**
 * Comments that silence findings:
 *   `# pygloss: ignore[id, id]`       at the end of the logical line of the finding; without brackets: all rules
 *   `# pygloss: ignore-file[id, id]`  anywhere
 *   `# noqa`, `# noqa: B006`          for rules that name such a code in `same-as`
 *   `# pylint: disable=name`          for a line, for what a head like `def f():` begins, or alone for the rest of a block
 */
export class Silence {
  private readonly isNeeded: boolean;
  private readonly tree: Tree;
  private readonly source: Source;
  private readonly sameAs: (rule: string) => SameAs;
  private readonly silenced = new Map<Ignore, Set<string>>();
  private known: { readonly directives: readonly Directive[]; readonly rows: CommentRows } | undefined;

  /** `isNeeded`: whether the text has any such comment, as far as it was seen at a glance. */
  constructor(tree: Tree, source: Source, sameAs: (rule: string) => SameAs, isNeeded: boolean) {
    this.isNeeded = isNeeded;
    this.tree = tree;
    this.source = source;
    this.sameAs = sameAs;
  }

  /** The findings that no comment silences. */
  audible(findings: readonly Finding[]): readonly Finding[] {
    if (!this.isNeeded) return findings;
    return findings.filter((finding) => !this.silences(finding, () => true));
  }

  /** The same for findings about comments: one that names no rule does not silence what is said of it. */
  audibleOfComments(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter(
      (finding) => !this.silences(finding, ({ ignore }) => ignore !== undefined && ignore.ids !== null),
    );
  }

  /** Our comments, in the order of the text. */
  get ignores(): readonly Ignore[] {
    if (!this.isNeeded || !/pygloss:/.test(this.source.text)) return [];
    return this.read().directives.flatMap(({ ignore }) => ignore ?? []);
  }

  /** The rules of which a comment has silenced a finding. */
  silencedBy(ignore: Ignore): ReadonlySet<string> {
    return this.silenced.get(ignore) ?? new Set();
  }

  private silences(finding: Finding, counts: (directive: Directive) => boolean): boolean {
    const { directives, rows } = this.read();
    const places = rows.of(finding.span);
    let isSilenced = false;
    let isDisabled = false;
    for (const directive of directives) {
      if (!counts(directive) || !directive.covers(places) || !directive.names(finding.rule, this.sameAs)) continue;
      if (directive.does === "silence") isSilenced = true;
      else isDisabled = directive.does === "disable";
      if (directive.ignore) this.note(directive.ignore, finding.rule);
    }
    return isSilenced || isDisabled;
  }

  private note(ignore: Ignore, rule: string): void {
    const rules = this.silenced.get(ignore) ?? new Set();
    this.silenced.set(ignore, rules.add(rule));
  }

  private read() {
    if (this.known) return this.known;
    // To walk the tree for comments would cost more than to look where the text has such words.
    const comments = new Map<number, Node>();
    for (const { index } of this.source.text.matchAll(new RegExp(MENTION, "gi"))) {
      const node = this.tree.rootNode.descendantForIndex(index, index + 1);
      if (node?.type === "comment") comments.set(node.id, node);
    }
    const rows = new CommentRows(this.tree, this.source);
    this.known = { directives: readDirectives([...comments.values()], this.source, rows), rows };
    return this.known;
  }
}
