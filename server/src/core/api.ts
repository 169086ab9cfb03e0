/**
 * What hosts may ask of the core. All offsets and spans are in UTF-16 code units of the text they were given with.
 * Nothing here touches a file, a clock or an editor: bytes and data come in, plain data goes out.
 */
import type { CodeEntry, CodeFamily } from "./notes/codes.ts";
import type {
  NoteDocument,
  NoteEntry,
  NoteSummary,
  ReadingPath,
  SearchFilter,
  SearchHit,
  Severity,
  Tool,
  TopicNotes,
} from "./notes/note.ts";
import type { Source } from "./source.ts";
import type { Translations } from "./words.ts";

/** Half-open: `end` is the first offset that no longer belongs to it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** An edit that was made. Who has the text after it already saves putting it together again. */
export interface Change extends Edit {
  readonly after?: Source;
}

export interface Fix<Title = string> {
  /** Says what the fix does and, if it is unsafe, what may change. */
  readonly title: Title;
  /** Behaviour is kept for every input. */
  readonly safe: boolean;
  /** In order, never overlapping. */
  readonly edits: readonly Edit[];
  /** Versions of Python that the new code needs, as in `requires-python`; undefined: any. */
  readonly python?: string;
}

export interface RelatedSpan<Message = string> {
  readonly span: Span;
  readonly message: Message;
}

export interface Finding {
  /** The rule's id, which is its note's id and the diagnostic's code. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** One line of plain text. */
  readonly message: string;
  readonly related: readonly RelatedSpan[];
  /** The best one first. */
  readonly fixes: readonly Fix[];
  /** Versions of Python on which it matters, as in `requires-python`; undefined: all. */
  readonly python?: string;
}

/** `pygloss.rules`: what a user says of a rule; rules that are not named keep their own severity. */
export type RuleLevels = Readonly<Record<string, Severity | "off">>;

/** What stands under the cursor. `notes` are ids, the leading one first; `findings` are rule ids. */
export interface HoverAnswer {
  readonly span: Span;
  readonly notes: readonly string[];
  readonly findings: readonly string[];
  /** Those of the notes that a name brought up, what it stands for; the others are about syntax. */
  readonly names: readonly string[];
}

/** A place in the code that brings up a note. */
export interface MetNote {
  readonly note: string;
  readonly span: Span;
}

/** A place for a rule's id between the brackets of a `# pygloss: ignore[...]`. */
export interface IgnorePlace {
  /** What stands there, maybe nothing. */
  readonly id: string;
  readonly span: Span;
  /** The ids beside it. */
  readonly others: readonly string[];
}

/** One version of one Python file. */
export interface PythonFile {
  /** Its name or path; the ending and the name decide about stubs and tests. */
  readonly name: string;
  readonly source: Source;
  /**
   * Findings in the order of the text, suppressed and switched-off ones left out. `python` is what the project runs on,
   * as in `requires-python`: findings and fixes that are not for it are left out, too.
   */
  findings(levels?: RuleLevels, python?: string): readonly Finding[];
  /** What is to be said at an offset, or null. A rule that is off is not among the findings. */
  hover(offset: number, levels?: RuleLevels, python?: string): HoverAnswer | null;
  /**
   * Every construct and name that has a note, findings aside; not in order, a place maybe twice. A walk over a large
   * file takes a while: after each step, which may be null, its reader may do something else. It ends for good when
   * this version does.
   */
  met(): Iterable<MetNote | null>;
  /** The id that is, or is to be, written at an offset in one of our comments; null elsewhere. */
  ignoreAt(offset: number): IgnorePlace | null;
  /** The code of another tool at an offset of a comment that silences it; null elsewhere. */
  codeAt(offset: number): Pick<IgnorePlace, "id" | "span"> | null;
  /** The functions and classes around an offset, outermost first, as in `Shop.load`; empty in the module itself. */
  symbolAt(offset: number): string;
  /**
   * The file after these changes, each applied to the text that the one before it left.
   * This object is freed by it and must not be used again.
   */
  edit(changes: readonly Change[]): PythonFile;
  /** Gives back the tree's memory; call it once, when the file is closed. */
  free(): void;
}

/** The notes. Bodies are read when they are asked for. */
export interface Shelf {
  /** Every note, by topic and title. */
  readonly entries: readonly NoteEntry[];
  get(id: string): NoteEntry | undefined;
  /** By id or by another linter's code (`B006`, `W0102`, `dangerous-default-value`), in any case. */
  find(idOrCode: string): NoteEntry | undefined;
  /** The nearest ids to a word that is none, best first, at most three. */
  suggest(word: string): readonly string[];
  /** What a code of another tool means, where we have a few words on it. */
  decode(code: string): Promise<CodeEntry | null>;
  /** What the codes with a prefix have in common, by the longest prefix that a code or a shorter prefix has. */
  familyOf(code: string, tool: Tool): Promise<CodeFamily | null>;
  /** A note's page, or that of a code of another tool on which we have a few words. */
  document(id: string): Promise<NoteDocument | null>;
  /** Every topic with its notes, in the order in which they are to be read. */
  topics(): readonly TopicNotes[];
  /** Orders of reading, for readers with an aim. */
  paths(): readonly ReadingPath[];
  search(query: string, limit?: number, filter?: SearchFilter): Promise<readonly SearchHit[]>;
  /** What can be said at once to somebody who types: notes of which a title or id begins like that. */
  glance(query: string, limit?: number, filter?: SearchFilter): readonly SearchHit[];
  /** Short steps after which a search waits for nothing; to be taken when nothing else waits. */
  prepareSearch(): AsyncIterable<void>;
  summary(id: string): NoteSummary | undefined;
}

/** The text of a note's address, or null where the reader's program cannot follow one. */
export type NoteLink = (id: string) => string | null;

export interface Gloss {
  readonly shelf: Shelf;
  /** `isFinal`: what is found out about it is not kept for the case that it is edited. */
  parse(name: string, text: string | Source, isFinal?: boolean): PythonFile;
  /**
   * Does several things with a text of `size` UTF-16 units under one limit: to ask for one for each costs more than a
   * small file does. Throws `Stopped` where the limit is reached.
   */
  run<T>(name: string, size: number, work: () => T): T;
  /** Steps of a few milliseconds each after which hovers and edits are answered faster; to be taken when nothing waits. */
  warmUp(levels?: RuleLevels): Iterable<void>;
  /**
   * At most five lines of Markdown and, where `link` gives one, a link to the leading note. It says since when something is there where the project, whose versions are `python`, may run on an older one.
   */
  renderHover(answer: HoverAnswer, link: NoteLink, python?: string): string;
}

/** What a host hands to `createGloss`. */
export interface GlossParts {
  /** `web-tree-sitter.wasm` and `tree-sitter-python.wasm`. */
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
  /** `queries.bin`; missing where queries are compiled when they are needed. */
  readonly queries?: Uint8Array | undefined;
  /** Reads `notes.json`, the bodies; called at most once, when the first body is needed. */
  readonly readBodies: () => Promise<string>;
  /** Reads `codes.json`; called at most once, when the first code is asked for. */
  readonly readCodes: () => Promise<string>;
  /** In which language rules and hovers speak, but for the notes; English where it is missing. */
  readonly translations?: Translations;
  /** Called when a rule failed and was switched off; in tests it throws. */
  readonly onRuleError: (rule: string, error: unknown) => void;
  /** Rules that failed before in this session and are off; the engine adds to them. */
  readonly failed?: Set<string>;
  /** Missing where nothing can be stopped. */
  readonly limit?: Limit;
}

/**
 * Does what it is given for a text of `size` UTF-16 units and returns what comes of it. What takes too long it stops in
 * its middle, without `catch` or `finally`, and returns what `stopped` does, which throws.
 */
export type Limit = <T>(size: number, work: () => T, stopped: () => never) => T;
