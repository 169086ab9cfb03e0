import type {
  Edit,
  Finding,
  Fix,
  Gloss,
  HoverAnswer,
  MetNote,
  PythonFile,
  RuleLevels,
  Span,
} from "../../server/src/core/api.ts";
import type { NoteEntry, SearchHit } from "../../server/src/core/notes/note.ts";
import { Source } from "../../server/src/core/source.ts";

/**
 * An engine of words, for tests of what goes around an engine: `bad` has a safe fix, `worse` an unsafe one and a related
 * span, `broken` makes it throw; `def` is a construct. It watches that files are freed once and not used afterwards.
 */
export class FakeGloss implements Gloss {
  /** How many files are in memory. */
  alive = 0;
  /** How many times a text was analysed from its beginning. */
  parses = 0;
  readonly names: string[] = [];
  readonly mistakes: string[] = [];
  /** Whether the search was made ready. */
  isPrepared = false;

  readonly shelf: Gloss["shelf"] = {
    entries: ENTRIES,
    get: (id) => ENTRIES.find((entry) => entry.id === id),
    find: (id) => ENTRIES.find((entry) => entry.id === id),
    suggest: () => [],
    decode: () => Promise.resolve(null),
    familyOf: () => Promise.resolve(null),
    summary: (id) => ENTRIES.find((entry) => entry.id === id),
    document: (id) => {
      const entry = ENTRIES.find((one) => one.id === id);
      return Promise.resolve(
        entry ? { ...entry, topicTitle: "Words", body: `About ${id}.`, related: [], backlinks: [] } : null,
      );
    },
    topics: () => [{ id: "words", title: "Words", text: "About words.", notes: ENTRIES }],
    paths: () => [
      { id: "all", title: "All", text: "For all.", steps: ENTRIES.map((note) => ({ note, why: `why ${note.id}` })) },
    ],
    prepareSearch: () => this.prepareSearch(),
    glance: (query) =>
      ENTRIES.filter(({ title }) => title.includes(query))
        .slice(0, 1)
        .map((entry) => hitOf(entry)),
    search: (query, limit = 20, { kind } = {}) => {
      if (query === "broken") throw new Error("the search broke");
      const hits = ENTRIES.filter((entry) => entry.title.includes(query) && (!kind || entry.kind === kind)).slice(
        0,
        limit,
      );
      return Promise.resolve(hits.map((entry) => hitOf(entry)));
    },
  };

  run<T>(_name: string, _size: number, work: () => T): T {
    return work();
  }

  parse(name: string, text: string | Source): PythonFile {
    this.parses++;
    this.names.push(name);
    return new FakeFile(this, name, typeof text === "string" ? text : text.text);
  }

  private async *prepareSearch(): AsyncGenerator<void> {
    yield await Promise.resolve();
    this.isPrepared = true;
  }

  warmUp(): Iterable<void> {
    return [];
  }

  renderHover({ notes, findings }: HoverAnswer, link: (id: string) => string | null): string {
    return `notes ${notes.join(", ")}; findings ${findings.join(", ")}; ${link(notes[0] ?? "")}`;
  }
}

function hitOf(entry: NoteEntry): SearchHit {
  return { ...entry, score: 1, excerpt: entry.summary };
}

class FakeFile implements PythonFile {
  readonly name: string;
  readonly source: Source;
  private readonly gloss: FakeGloss;
  private freed = false;

  constructor(gloss: FakeGloss, name: string, text: string) {
    gloss.alive++;
    this.gloss = gloss;
    this.name = name;
    this.source = new Source(text);
  }

  findings(levels: RuleLevels = {}): readonly Finding[] {
    this.use("findings");
    return [...this.source.text.matchAll(/\b(bad|worse|broken)\b/g)].flatMap((match) => {
      if (match[1] === "broken") throw new Error("the engine broke");
      const rule = `${match[1]}-word`;
      const level = levels[rule];
      if (level === "off") return [];
      const span = { start: match.index, end: match.index + match[0].length };
      const related = match[1] === "worse" ? [{ span: { start: 0, end: 1 }, message: "it began here" }] : [];
      const message = `\`${match[1]}\` is a word`;
      return { rule, severity: level ?? "warning", span, message, related, fixes: [fixOf(match[1] ?? "", span)] };
    });
  }

  hover(offset: number, levels?: RuleLevels): HoverAnswer | null {
    this.use("hover");
    const word = [...this.source.text.matchAll(/\w+/g)].find(
      (one) => one.index <= offset && offset <= one.index + one[0].length,
    );
    if (!word) return null;
    const span = { start: word.index, end: word.index + word[0].length };
    const findings = this.findings(levels).filter((finding) => finding.span.start === span.start);
    const notes = findings.map(({ rule }) => rule);
    if (word[0] === "def" || notes.length > 0) notes.push("def-statement");
    return notes.length > 0 ? { span, notes, findings: findings.map(({ rule }) => rule), names: [] } : null;
  }

  *met(): Generator<MetNote | null> {
    for (const { index } of this.source.text.matchAll(/\bdef\b/g)) {
      this.use("met");
      yield null;
      const one = { note: "def-statement", span: { start: index, end: index + 3 } };
      yield one;
      yield one;
    }
  }

  ignoreAt(): null {
    return null;
  }

  symbolAt(): string {
    return "";
  }

  codeAt(): null {
    return null;
  }

  edit(changes: readonly Edit[]): PythonFile {
    this.free();
    let { text } = this.source;
    for (const { span, text: inserted } of changes) {
      if (span.start > span.end || span.end > text.length) this.gloss.mistakes.push(`edit ${JSON.stringify(span)}`);
      text = text.slice(0, span.start) + inserted + text.slice(span.end);
    }
    return new FakeFile(this.gloss, this.name, text);
  }

  free(): void {
    this.use("free");
    this.freed = true;
    this.gloss.alive--;
  }

  private use(what: string): void {
    if (!this.freed) return;
    this.gloss.mistakes.push(`${what} after free`);
    throw new Error(`${what} after free`);
  }
}

function fixOf(word: string, span: Span): Fix {
  if (word === "bad") return { title: "Write `good`", safe: true, edits: [{ span, text: "good" }] };
  const edits = [{ span, text: "first\nsecond" }];
  return { title: "Write two lines; the count of lines changes", safe: false, edits };
}

const ENTRIES: readonly NoteEntry[] = ["bad-word", "worse-word", "def-statement"].map((id) => ({
  id,
  title: `The ${id.replace("-", " ")}`,
  kind: id.endsWith("word") ? "trap" : "concept",
  topic: "words",
  summary: `What ${id} is.`,
  aliases: [],
  related: [],
  explains: [],
  names: [],
  sources: [],
  sameAs: {},
}));
