import { type CancellationToken, CancellationTokenSource, type QuickPick, type QuickPickItem } from "vscode";

/**
 * Shows the answer to the last question; those that come later than a newer question are dropped. A question may `show`
 * what is known before it is answered: the list is busy until then.
 */
export class LatestOnly {
  #latest = new CancellationTokenSource();

  cancel(): void {
    this.#latest.cancel();
    this.#latest.dispose();
  }

  async ask<Item extends QuickPickItem>(
    pick: QuickPick<Item>,
    question: (token: CancellationToken, show: (items: Item[]) => void) => Promise<Item[]>,
  ): Promise<void> {
    this.cancel();
    this.#latest = new CancellationTokenSource();
    const { token } = this.#latest;
    pick.busy = true;
    const show = (items: Item[]) => {
      if (!token.isCancellationRequested) pick.items = items;
    };
    try {
      show(await question(token, show));
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
    } finally {
      if (!token.isCancellationRequested) pick.busy = false;
    }
  }
}
