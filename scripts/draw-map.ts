import type { TopicNotes } from "../server/src/core/notes/note.ts";
import type { Links } from "../test/support/relations.ts";

const SIZE = 1200;
const CENTRE = SIZE / 2;
const RADIUS = 380;
/** Free space between two topics, in dots. */
const GAP = 3;

/** Every note as a dot, topic by topic around a circle, and the links between them: an SVG. */
export function drawMap(topics: readonly TopicNotes[], links: Links): string {
  const slots = topics.reduce((sum, { notes }) => sum + notes.length + GAP, 0);
  const angles = new Map<string, number>();
  let slot = 0;
  const sectors = topics.map((topic, index) => {
    for (const { id } of topic.notes) angles.set(id, (slot++ / slots) * 2 * Math.PI);
    const middle = ((slot - (topic.notes.length + 1) / 2) / slots) * 2 * Math.PI;
    slot += GAP;
    return { topic, middle, colour: `hsl(${Math.round((index * 360) / topics.length)} 55% 42%)` };
  });
  const lines = sectors.map(({ topic, colour }) => {
    const path = topic.notes.flatMap(({ id }) => curves(id, links, angles)).join("");
    return `<path fill="none" stroke="${colour}" stroke-opacity=".28" d="${path}"/>`;
  });
  const dots = sectors.map(({ topic, colour }) => {
    const all = topic.notes.map(({ id, title }) => dot(title, angles.get(id) ?? 0, links.get(id)?.size ?? 0));
    return `<g fill="${colour}">${all.join("")}</g>`;
  });
  const labels = sectors.map(({ topic, middle, colour }) => label(topic.title, middle, colour));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="12">`,
    "<title>The notes of PyGloss and the links between them</title>",
    `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>`,
    ...lines,
    ...dots,
    ...labels,
    "</svg>",
  ].join("\n")}\n`;
}

/** Each link once, from the note that stands first. Curves bend to the centre, so that near ones stay at the rim. */
function curves(id: string, links: Links, angles: ReadonlyMap<string, number>): string[] {
  const start = angles.get(id) ?? 0;
  return [...(links.get(id) ?? [])].flatMap((other) => {
    const end = angles.get(other);
    if (end === undefined || end <= start) return [];
    const apart = Math.min(end - start, 2 * Math.PI - (end - start));
    const middle = (start + end) / 2 + (end - start > Math.PI ? Math.PI : 0);
    return [`M${at(start, RADIUS)}Q${at(middle, RADIUS * Math.max(0, 0.9 - apart / 2))} ${at(end, RADIUS)}`];
  });
}

function dot(title: string, angle: number, degree: number): string {
  const [x, y] = at(angle, RADIUS + 4).split(" ");
  const radius = (1.5 + Math.sqrt(degree) / 2).toFixed(1);
  return `<circle cx="${x}" cy="${y}" r="${radius}"><title>${escaped(title)}</title></circle>`;
}

function label(title: string, angle: number, colour: string): string {
  const degrees = Math.round((angle * 180) / Math.PI - 90);
  const isLeft = degrees > 90;
  const turn = isLeft ? degrees + 180 : degrees;
  const anchor = isLeft ? "end" : "start";
  const short = title.length > 33 ? `${title.slice(0, 32).trimEnd()}…` : title;
  const [x, y] = at(angle, RADIUS + 16).split(" ");
  return `<text x="${x}" y="${y}" dy=".35em" fill="${colour}" text-anchor="${anchor}" transform="rotate(${turn} ${x} ${y})">${escaped(short)}</text>`;
}

/** Angles begin at the top and go clockwise. */
function at(angle: number, radius: number): string {
  return `${Math.round(CENTRE + radius * Math.sin(angle))} ${Math.round(CENTRE - radius * Math.cos(angle))}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
