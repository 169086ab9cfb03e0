import type { Finding, Gloss, RuleLevels } from "./api.ts";
import { hintWhatIsKnown, type KnownFinding } from "./rules/baseline.ts";

/** A text that nobody is editing. Plain data, like what comes of it: both may cross from one thread to another. */
export interface TextToCheck {
  readonly name: string;
  readonly text: string;
  readonly levels: RuleLevels;
  /** The versions that its project runs on, where it says so. */
  readonly python?: string | undefined;
  /** What a baseline knows of it. */
  readonly known?: readonly KnownFinding[] | undefined;
}

export interface CheckedText {
  readonly findings: readonly Finding[];
  /** How many places bring up each note, by id. */
  readonly met: Readonly<Record<string, number>>;
}

/** Checks a text in steps, between which its caller may do something else. */
export function* checkText(
  gloss: Gloss,
  { name, text, levels, python, known = [] }: TextToCheck,
): Generator<void, CheckedText> {
  const file = gloss.parse(name, text, true);
  try {
    yield;
    const findings = [...hintWhatIsKnown(file.findings(levels, python), known, file)];
    yield;
    const places = new Map<string, Set<number>>();
    for (const one of file.met()) {
      if (one) places.set(one.note, (places.get(one.note) ?? new Set()).add(one.span.start));
      yield;
    }
    return { findings, met: Object.fromEntries([...places].map(([note, { size }]) => [note, size])) };
  } finally {
    file.free();
  }
}
