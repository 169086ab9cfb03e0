import { type CancellationToken, CancellationTokenSource, type QuickPick, type QuickPickItem } from "vscode";

/** Shows the answer to the last question; those that come later than a newer question are dropped. */
export class LatestOnly {
  #latest = new CancellationTokenSource();

  cancel(): void {
    this.#latest.cancel();
    this.#latest.dispose();
  }

  async ask<Item extends QuickPickItem>(
    pick: QuickPick<Item>,
    question: (token: CancellationToken) => Promise<Item[]>,
  ): Promise<void> {
    this.cancel();
    this.#latest = new CancellationTokenSource();
    const { token } = this.#latest;
    pick.busy = true;
    try {
      const items = await question(token);
      if (!token.isCancellationRequested) pick.items = items;
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
    } finally {
      if (!token.isCancellationRequested) pick.busy = false;
    }
  }
}
