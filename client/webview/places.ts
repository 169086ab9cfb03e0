import type { FromPage, Place } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";

/** Lists where the code beside the note uses what it is about; nothing is shown where it does not. */
export function showPlaces(
  title: string,
  places: readonly Place[],
  words: PageWords,
  tell: (message: FromPage) => void,
): void {
  const section = document.getElementById("places");
  const list = section?.querySelector("ul");
  const heading = section?.querySelector("h2");
  if (!section || !list || !heading) return;
  section.hidden = places.length === 0;
  heading.textContent = title;
  list.replaceChildren(
    ...places.map((place, index) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "place";
      const code = document.createElement("code");
      code.textContent = place.text;
      button.append(`${place.label} `, code);
      if (place.isFinding) {
        const mark = document.createElement("span");
        mark.className = "kind trap";
        mark.textContent = words.finding;
        button.append(" ", mark);
      }
      button.addEventListener("click", () => tell({ type: "goTo", place: index }));
      item.append(button);
      return item;
    }),
  );
}
