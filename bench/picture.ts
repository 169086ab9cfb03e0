import { median, type Row } from "./measure.ts";
import { US } from "./peers.ts";
import { format } from "./report.ts";

/** The quantities that are drawn: where we are quick, and where we are not. */
const DRAWN: readonly { readonly part: string; readonly begins: string; readonly title: string }[] = [
  { part: "edits", begins: "a letter in a name, 1.5k lines", title: "From a key press to diagnostics, 1,500 lines" },
  { part: "edits", begins: "a letter in a name, 10k lines", title: "From a key press to diagnostics, 10,000 lines" },
  { part: "batch", begins: "the standard library", title: "The standard library, one thread" },
];

const WIDTH = 760;
const LEFT = 190;
const BAR = 20;
/** Bars are logarithmic: one that is as long again means many times as much. */
const SCALE = 110;

/** Bars for the README; logarithmic, since the values lie a thousand times apart. */
export function picture(rows: readonly Row[]): string {
  const lines: string[] = [];
  let y = 30;
  for (const { part, begins, title } of DRAWN) {
    const row = rows.find((one) => one.part === part && one.what.startsWith(begins));
    if (!row) continue;
    lines.push(`<text x="12" y="${y}" class="title">${escapeXml(title)}</text>`);
    y += 12;
    const bars = [...row.values].map(([program, values]) => ({ program, value: median(values) }));
    bars.sort((a, b) => a.value - b.value);
    const least = Math.min(...bars.map(({ value }) => value));
    for (const { program, value } of bars) {
      const width = Math.round(14 + SCALE * Math.log10(value / least));
      const kind = program === US ? "ours" : "theirs";
      const name = program.replace(/,.*/, "");
      lines.push(
        `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${escapeXml(name)}</text>`,
        `<rect x="${LEFT}" y="${y}" width="${width}" height="${BAR - 4}" rx="3" class="${kind}"/>`,
        `<text x="${LEFT + width + 8}" y="${y + 14}">${format(value)} ${row.unit}</text>`,
      );
      y += BAR;
    }
    y += 30;
  }
  lines.push(
    `<text x="12" y="${y - 8}" class="small">Shorter is better; the scale is logarithmic. How it was measured: bench/results.md.</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 6}" viewBox="0 0 ${WIDTH} ${y + 6}" role="img" aria-label="PyGloss beside its peers">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600 }
.small { font-size: 12px; fill: #57606a }
.ours { fill: #1b6e8c }
.theirs { fill: #b8c4cc }
</style>
<rect width="100%" height="100%" fill="#ffffff"/>
${lines.join("\n")}
</svg>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
