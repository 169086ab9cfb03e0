import type { SearchHit } from "../../server/src/lsp/protocol.ts";
import type { FromPage } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";

export interface SearchBox {
  /** Takes what the extension found. */
  show(query: string, hits: readonly SearchHit[]): void;
  clear(): void;
}

/** The box that searches while one types, a combobox as the ARIA practices have it. */
export function wireSearch(tell: (message: FromPage) => void, words: PageWords): SearchBox {
  const box = document.getElementById("search");
  const list = document.getElementById("hits");
  if (!(box instanceof HTMLInputElement) || !list) return { show: () => undefined, clear: () => undefined };
  let chosen = 0;

  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (index: number) => {
    const all = options();
    if (all.length === 0) return;
    chosen = (index + all.length) % all.length;
    for (const [at, option] of all.entries()) option.setAttribute("aria-selected", String(at === chosen));
    box.setAttribute("aria-activedescendant", `hit-${chosen}`);
    all[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const open = (option: HTMLElement | undefined) => {
    const id = option?.dataset["id"];
    if (id !== undefined) tell({ type: "open", id });
  };

  box.addEventListener("input", () => {
    if (box.value.trim() === "") close();
    else tell({ type: "search", query: box.value });
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") open(options()[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", close);
  // Before the box loses the focus, which would close the list under the mouse.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    if (event.target instanceof Element) open(event.target.closest<HTMLElement>("[role=option]") ?? undefined);
  });

  return {
    show: (query, hits) => {
      // An answer to an older question.
      if (query !== box.value) return;
      list.replaceChildren(...(hits.length > 0 ? hits.map(optionFor(words)) : [nothing(words)]));
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      choose(0);
    },
    clear: () => {
      box.value = "";
      close();
    },
  };
}

function optionFor(words: PageWords): (hit: SearchHit, index: number) => HTMLElement {
  return ({ id, title, kind, excerpt }, index) => {
    const option = document.createElement("li");
    option.id = `hit-${index}`;
    option.role = "option";
    option.dataset["id"] = id;
    const name = document.createElement("b");
    name.textContent = title.replaceAll("`", "");
    option.append(name);
    if (kind === "trap") {
      const mark = document.createElement("span");
      mark.className = "kind trap";
      mark.textContent = words.trap;
      option.append(" ", mark);
    }
    const why = document.createElement("small");
    why.textContent = excerpt;
    option.append(why);
    return option;
  };
}

function nothing(words: PageWords): HTMLElement {
  const item = document.createElement("li");
  item.role = "option";
  item.ariaDisabled = "true";
  item.textContent = words.noHits;
  return item;
}
