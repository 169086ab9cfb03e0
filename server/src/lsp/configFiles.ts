import type { Hover } from "vscode-languageserver";
import type { Gloss } from "../core/api.ts";
import { listedCodeAt } from "../core/config/codesInConfig.ts";
import { CONFIG_FILES, type ConfigFileName } from "../core/config/config.ts";
import { explainCode } from "../core/notes/explainCode.ts";
import { toRange } from "./convert.ts";
import type { Document } from "./document.ts";
import { hoverSection } from "./section.ts";
import { markup, type Session } from "./session.ts";

/** An open file that configures tools: it is no Python, and nothing is reported in it from here. */
export interface ConfigFile {
  readonly name: ConfigFileName;
  readonly document: Document;
}

/** Null for all other documents, and for one that is too long for a configuration. */
export function configFile({ documents }: Session, uri: string): ConfigFile | null {
  const document = documents.get(uri);
  const name = CONFIG_FILES.find((one) => uri.endsWith(`/${one}`));
  return document && name && document.source.length <= LONGEST ? { name, document } : null;
}

/** In UTF-16 units. */
const LONGEST = 500_000;

/** Says what stands at an offset of a configuration. */
export async function hoverConfig(
  session: Session,
  gloss: Gloss,
  file: ConfigFile,
  offset: number,
): Promise<Hover | null> {
  for (const speak of SPEAKERS) {
    const hover = await speak(session, gloss, file, offset);
    if (hover) return hover;
  }
  return null;
}

type Speaker = (
  session: Session,
  gloss: Gloss,
  file: ConfigFile,
  offset: number,
) => Hover | null | Promise<Hover | null>;

/** Who may know something, each about its own part; the first that does is heard. */
const SPEAKERS: readonly Speaker[] = [hoverSection, hoverListedCode];

async function hoverListedCode(
  session: Session,
  gloss: Gloss,
  { name, document }: ConfigFile,
  offset: number,
): Promise<Hover | null> {
  const listed = listedCodeAt(offset, name, document.source.text);
  if (!listed) return null;
  // Taken before the wait, because the document may change meanwhile.
  const range = toRange(document.source, listed.span);
  const value = await explainCode(gloss, listed.code, session.client.noteLink, listed.tool);
  return value === null ? null : { contents: markup(session, value), range };
}
