import type { Shelf } from "../api.ts";
import type { Catalog } from "./catalog.ts";
import { type CodeEntry, type CodeFamily, Codes } from "./codes.ts";
import { withOwn } from "./damaged.ts";
import { glance } from "./glance.ts";
import { nearest } from "./nearest.ts";
import type {
  NoteDocument,
  NoteEntry,
  NoteSummary,
  ReadingPath,
  SearchFilter,
  SearchHit,
  Tool,
  TopicNotes,
} from "./note.ts";
import { NoteIndex } from "./search.ts";

/** How many hits are enough where nobody says. */
const LIMIT = 20;

/** The notes of a catalog; bodies come from `readBodies`, which is called once, when the first is asked for. */
export class CatalogShelf implements Shelf {
  readonly entries: readonly NoteEntry[];
  private readonly catalog: Catalog;
  private readonly byId = new Map<string, NoteEntry>();
  private readonly byCode = new Map<string, NoteEntry>();
  private readonly readBodies: () => Promise<string>;
  private readonly readCodes: () => Promise<string>;
  private codes: Promise<Codes> | undefined;
  private bodies: Promise<Bodies> | undefined;
  private index: Promise<NoteIndex> | undefined;

  constructor(catalog: Catalog, readBodies: () => Promise<string>, readCodes: () => Promise<string>) {
    this.catalog = catalog;
    this.entries = catalog.notes;
    this.readBodies = readBodies;
    this.readCodes = readCodes;
    for (const note of catalog.notes) {
      this.byId.set(note.id, note);
      for (const codes of Object.values(note.sameAs)) {
        for (const code of codes) if (!this.byCode.has(code.toLowerCase())) this.byCode.set(code.toLowerCase(), note);
      }
    }
  }

  get(id: string): NoteEntry | undefined {
    return this.byId.get(id);
  }

  find(idOrCode: string): NoteEntry | undefined {
    const word = idOrCode.trim().toLowerCase();
    return this.byId.get(word) ?? this.byCode.get(word);
  }

  suggest(word: string): readonly string[] {
    return nearest(word.toLowerCase(), [...this.byId.keys(), ...this.byCode.keys()], 3);
  }

  summary(id: string): NoteSummary | undefined {
    const entry = this.byId.get(id);
    return entry && summaryOf(entry);
  }

  async decode(code: string): Promise<CodeEntry | null> {
    return (await this.loadCodes()).find(code) ?? null;
  }

  async familyOf(code: string, tool: Tool): Promise<CodeFamily | null> {
    return (await this.loadCodes()).familyOf(code, tool) ?? null;
  }

  async document(id: string): Promise<NoteDocument | null> {
    const note = this.byId.get(id);
    if (!note) return this.documentOfCode(id);
    const bodies = await this.loadBodies();
    const topic = this.catalog.topics.find((one) => one.id === note.topic);
    const related = [...new Set([...note.explains, ...note.related])];
    const speaksOfIt = ({ id: other, explains }: NoteEntry) =>
      other !== id && !related.includes(other) && (explains.includes(id) || bodies[other]?.includes(`(note:${id})`));
    return {
      id: note.id,
      title: note.title,
      kind: note.kind,
      topic: note.topic,
      topicTitle: topic?.title ?? note.topic,
      summary: note.summary,
      body: bodies[id] ?? "",
      sources: note.sources,
      related: related.flatMap((other) => this.summary(other) ?? []),
      backlinks: this.entries.filter(speaksOfIt).map((entry) => summaryOf(entry)),
      sameAs: note.sameAs,
      ...(note.python === undefined ? {} : { python: note.python }),
    };
  }

  /** A page with the few words that we have on a code of another tool. */
  private async documentOfCode(code: string): Promise<NoteDocument | null> {
    const entry = await this.decode(code);
    if (!entry) return null;
    const related = entry.note === undefined ? undefined : this.summary(entry.note);
    return {
      id: code,
      title: code,
      kind: "concept",
      topic: "codes",
      topicTitle: "Codes of other tools",
      summary: entry.means,
      body: `${entry.why}\n\n\`\`\`python\n${entry.better}\n\`\`\``,
      sources: [],
      related: related ? [related] : [],
      backlinks: [],
      sameAs: entry.codes,
    };
  }

  topics(): readonly TopicNotes[] {
    return this.catalog.topics.map(({ id, title, text }) => {
      const notes = this.entries.filter((entry) => entry.topic === id);
      return { id, title, text, notes: notes.map((entry) => summaryOf(entry)) };
    });
  }

  paths(): readonly ReadingPath[] {
    return this.catalog.paths.map(({ id, title, text, steps }) => {
      const known = steps.flatMap(({ note, why }) => {
        const summary = this.summary(note);
        return summary ? [{ note: summary, why }] : [];
      });
      return { id, title, text, steps: known };
    });
  }

  glance(query: string, limit = LIMIT, filter: SearchFilter = {}): readonly SearchHit[] {
    return glance(this.entries, query, limit, filter);
  }

  async search(query: string, limit = LIMIT, filter: SearchFilter = {}): Promise<readonly SearchHit[]> {
    return (await this.loadIndex()).search(query, limit, filter);
  }

  private loadCodes(): Promise<Codes> {
    this.codes ??= withOwn("codes.json", async () => new Codes(await this.readCodes()));
    return this.codes;
  }

  async *prepareSearch(): AsyncGenerator<void> {
    const index = await this.loadIndex();
    while (index.prepare()) yield;
  }

  private loadIndex(): Promise<NoteIndex> {
    this.index ??= this.loadBodies().then((bodies) => new NoteIndex(this.entries, bodies));
    return this.index;
  }

  private loadBodies(): Promise<Bodies> {
    this.bodies ??= withOwn("notes.json", async () => JSON.parse(await this.readBodies()) as Bodies);
    return this.bodies;
  }
}

/** Texts by the ids of their notes. */
type Bodies = Readonly<Record<string, string>>;

/** What lists need, and no more: it travels from one process to another. */
function summaryOf({ id, title, kind, topic, summary }: NoteEntry): NoteSummary {
  return { id, title, kind, topic, summary };
}
