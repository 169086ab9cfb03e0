/** A note that waits while others are looked at: with what was typed, run and scrolled in it. */
export interface Aside {
  /** What it was made of. */
  readonly html: string | undefined;
  /** Puts it back into its place. */
  bringBack(): void;
}

export function putAside(html: string | undefined, main: HTMLElement): Aside {
  const nodes = [...main.childNodes];
  const { scrollY } = window;
  return {
    html,
    bringBack: () => {
      main.replaceChildren(...nodes);
      window.scrollTo(0, scrollY);
    },
  };
}
