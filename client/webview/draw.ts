import type { PageWords } from "../src/viewer/render.ts";

/** Draws one diagram; `diagrams.ts` puts it here, which is loaded only where there is something to draw. */
export type Draw = (id: string, source: string, stage: HTMLElement) => Promise<string>;

declare global {
  var pyglossDraw: Draw | undefined;
}

/** Returns what replaces the source of each diagram in the page by its picture. A change of theme draws them anew. */
export function wireDiagrams(script: string, nonce: string, words: PageWords): () => void {
  let loading: Promise<Draw | undefined> | undefined;
  let last = Promise.resolve();
  const sources = new WeakMap<Element, string>();
  const drawAll = async () => {
    const blocks = [...document.querySelectorAll<HTMLElement>(".diagram")];
    if (blocks.length === 0) return;
    loading ??= load(script, nonce);
    const draw = await loading;
    if (!draw) return;
    for (const [index, block] of blocks.entries()) {
      const source = sources.get(block) ?? block.textContent ?? "";
      sources.set(block, source);
      if (block.isConnected) await drawOne(draw, block, source, `diagram-${index}`, words.diagram);
    }
  };
  // One after the other: a note may follow before the diagrams of the last one are drawn.
  const draw = () => {
    last = last.then(drawAll);
  };
  new MutationObserver(draw).observe(document.body, { attributeFilter: ["class"] });
  return draw;
}

/**
 * The picture is an image with its own styles in it: the page's policy allows no others. Where the source cannot be
 * drawn it stays what it was, text.
 */
async function drawOne(draw: Draw, block: HTMLElement, source: string, id: string, label: string): Promise<void> {
  const stage = document.createElement("div");
  stage.className = "stage";
  document.body.append(stage);
  try {
    const svg = await draw(id, source, stage);
    const image = document.createElement("img");
    image.alt = `${label}: ${source.trim()}`;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    const width = Number(/viewBox="[\d.-]+ [\d.-]+ ([\d.]+)/.exec(svg)?.[1] ?? 0);
    if (width > 0) {
      image.width = Math.ceil(width);
      // Smaller letters cannot be read: a picture that is still too wide is scrolled.
      image.style.minWidth = `${Math.ceil(width * 0.75)}px`;
      block.tabIndex = 0;
      block.role = "group";
      block.ariaLabel = label;
    }
    block.replaceChildren(image);
  } catch (error) {
    console.error(error);
  } finally {
    stage.remove();
  }
}

function load(script: string, nonce: string): Promise<Draw | undefined> {
  return new Promise((resolve) => {
    const element = document.createElement("script");
    element.src = script;
    element.nonce = nonce;
    element.addEventListener("load", () => resolve(globalThis.pyglossDraw));
    element.addEventListener("error", () => resolve(undefined));
    document.head.append(element);
  });
}
