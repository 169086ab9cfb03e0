/** A note that waits while others are looked at: with what was typed, run and scrolled in it. */
export interface Aside {
  readonly id: string | undefined;
  /** Puts it back into its place. */
  bringBack(): void;
}

export function putAside(id: string | undefined, main: HTMLElement): Aside {
  const nodes = [...main.childNodes];
  const { scrollY } = window;
  return {
    id,
    bringBack: () => {
      main.replaceChildren(...nodes);
      window.scrollTo(0, scrollY);
    },
  };
}
