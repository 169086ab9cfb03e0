import { escapeHtml } from "../html.ts";
import { type CheckedFile, folderOf } from "./summary.ts";
import { type Box, type Tile, treemap } from "./treemap.ts";

export interface PictureLinks {
  /** The address that opens a file at its first finding. */
  readonly open: (file: CheckedFile) => string;
  /** What is said of a file: its path and how much was found in it. */
  readonly describe: (file: CheckedFile) => string;
  readonly nameOf: (folder: string) => string;
}

const WIDTH = 1000;
const HEIGHT = 440;
/** In units of the picture: room for the name of a folder above its files. */
const HEAD = 16;
/** More folders than this are drawn as those that they lie in. */
const MOST_FOLDERS = 24;
/** A letter of the labels is about so wide. */
const LETTER = 6.6;

/** The files as tiles, in their folders: the area is their lines, the colour how much was found in so many lines. */
export function picture(files: readonly CheckedFile[], label: string, links: PictureLinks): string {
  const shown = files.filter(({ lines }) => lines > 0);
  if (shown.length === 0) return "";
  const groups = [...inFolders(shown)];
  const linesOf = ([, own]: [string, CheckedFile[]]) => own.reduce((sum, { lines }) => sum + lines, 0);
  const tiles = treemap(groups, linesOf, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  const parts = tiles.map((tile) => folder(tile, links)).join("\n");
  return `<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${escapeHtml(label)}">\n${parts}\n</svg>`;
}

function inFolders(files: readonly CheckedFile[]): Map<string, CheckedFile[]> {
  for (let depth = 6; ; depth--) {
    const groups = new Map<string, CheckedFile[]>();
    for (const file of files) {
      const name = folderOf(file.path).split("/").slice(0, depth).join("/");
      const group = groups.get(name);
      if (group) group.push(file);
      else groups.set(name, [file]);
    }
    if (groups.size <= MOST_FOLDERS || depth === 1) return groups;
  }
}

function folder({ of: [name, files], box }: Tile<[string, CheckedFile[]]>, links: PictureLinks): string {
  const hasHead = box.height > 3 * HEAD && box.width > 8 * LETTER;
  const head = hasHead ? HEAD : 0;
  const inner = { x: box.x + 2, y: box.y + 2 + head, width: box.width - 4, height: box.height - 4 - head };
  const called = links.nameOf(name);
  const title = hasHead ? text(cut(called, box.width, "start"), { x: box.x + 4, y: box.y + 13 }, "folder") : "";
  if (inner.width < 2 || inner.height < 2) return tileOf(rect(box, "quiet"), called);
  const tiles = treemap(files, ({ lines }) => lines, inner);
  return `<g>${title}${tiles.map((tile) => fileTile(tile, links)).join("")}</g>`;
}

function fileTile({ of: file, box }: Tile<CheckedFile>, links: PictureLinks): string {
  const count = file.findings.length;
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const hasRoom = box.width > 6 * LETTER && box.height > 18;
  const label = hasRoom ? text(cut(name, box.width, "end"), { x: box.x + 4, y: box.y + 14 }, "") : "";
  const hasRoomForCount = hasRoom && count > 0 && box.height > 36;
  const number = hasRoomForCount ? text(String(count), { x: box.x + 4, y: box.y + 30 }, "count") : "";
  const drawn = tileOf(`${rect(box, shade(file))}${label}${number}`, links.describe(file));
  if (count === 0) return drawn;
  // The lists below lead to the same files: whoever uses the keyboard need not pass every tile.
  return `<a href="${escapeHtml(links.open(file))}" tabindex="-1">${drawn}</a>`;
}

/** By findings in a hundred lines. */
function shade({ findings, lines }: CheckedFile): string {
  const density = (100 * findings.length) / lines;
  if (density === 0) return "quiet";
  if (density < 1) return "some";
  return density < 3 ? "more" : "most";
}

function tileOf(content: string, title: string): string {
  return `<g class="tile"><title>${escapeHtml(title)}</title>${content}</g>`;
}

function rect({ x, y, width, height }: Box, shade: string): string {
  const [w, h] = [Math.max(0.5, width - 1), Math.max(0.5, height - 1)];
  return `<rect class="${shade}" x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="2"/>`;
}

function text(content: string, { x, y }: { x: number; y: number }, kind: string): string {
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}">${escapeHtml(content)}</text>`;
}

/** As much of a name as is seen in `width`; of a path the end says most. */
function cut(name: string, width: number, where: "start" | "end"): string {
  const letters = [...name];
  const room = Math.max(1, Math.floor((width - 8) / LETTER));
  if (letters.length <= room) return name;
  return where === "end" ? `${letters.slice(0, room - 1).join("")}…` : `…${letters.slice(1 - room).join("")}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
