// Types only: the command line shares this file and has no use for a protocol.
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Position,
  Range,
  TextEdit,
} from "vscode-languageserver";
import type { Edit, Finding, Fix, NoteLink, Span } from "../core/api.ts";
import type { SameAs, Severity } from "../core/notes/note.ts";

/** Whatever knows its lines. Characters are UTF-16 code units. */
export interface Positions {
  positionAt(offset: number): Position;
}

export interface Offsets {
  offsetAt(position: Position): number;
}

/** A fix as the protocol and `check --format json` write it. */
export interface PlainFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: TextEdit[];
}

/** What a diagnostic carries in `data`, so that whoever holds the diagnostic holds its fixes. */
export interface DiagnosticData {
  readonly fixes: PlainFix[];
  /** The first of them. */
  readonly fix: PlainFix | null;
  /** Codes of other tools that report the same. */
  readonly sameAs: SameAs;
}

/** How a diagnostic is to be written for one client and one document. */
export interface DiagnosticStyle {
  readonly uri: string;
  readonly newline: string;
  readonly noteLink: NoteLink;
  readonly showsRelatedSpans: boolean;
  readonly sameAs: (rule: string) => SameAs;
}

export function toRange(positions: Positions, span: Span): Range {
  return { start: positions.positionAt(span.start), end: positions.positionAt(span.end) };
}

/** A range whose ends were swapped is read in the order that makes sense. */
export function toSpan(offsets: Offsets, range: Range): Span {
  const [a, b] = [offsets.offsetAt(range.start), offsets.offsetAt(range.end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** Fixes write `\n`; the edit has the file's own newlines. */
export function toTextEdit(positions: Positions, edit: Edit, newline: string): TextEdit {
  return { range: toRange(positions, edit.span), newText: edit.text.replaceAll("\n", newline) };
}

export function toPlainFix(positions: Positions, fix: Fix, newline: string): PlainFix {
  return {
    title: fix.title,
    safe: fix.safe,
    edits: fix.edits.map((edit) => toTextEdit(positions, edit, newline)),
  };
}

export function toDiagnostic(positions: Positions, finding: Finding, style: DiagnosticStyle): Diagnostic {
  const fixes = finding.fixes.map((fix) => toPlainFix(positions, fix, style.newline));
  const data: DiagnosticData = { fixes, fix: fixes[0] ?? null, sameAs: style.sameAs(finding.rule) };
  const diagnostic: Diagnostic = {
    range: toRange(positions, finding.span),
    severity: SEVERITY[finding.severity],
    source: "pygloss",
    code: finding.rule,
    codeDescription: { href: style.noteLink(finding.rule) ?? `pygloss:${finding.rule}` },
    message: finding.message,
    data,
  };
  if (style.showsRelatedSpans && finding.related.length > 0) {
    diagnostic.relatedInformation = toRelated(positions, finding, style.uri);
  }
  return diagnostic;
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

function toRelated(positions: Positions, finding: Finding, uri: string): DiagnosticRelatedInformation[] {
  return finding.related.map(({ span, message }) => ({ location: { uri, range: toRange(positions, span) }, message }));
}
