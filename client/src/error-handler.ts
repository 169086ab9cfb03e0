import { l10n } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";
import { Restarts } from "./restarts.ts";

/** Starts a server that ended again, until `stopped` is aborted because nobody wants it any more. */
export function errorHandler(stopped: AbortSignal): ErrorHandler {
  const restarts = new Restarts();
  return {
    error: (_error, _message, count = 0) => ({
      action: count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: async () => {
      const { delay, tell } = restarts.ended(Date.now());
      await wait(delay, stopped);
      if (stopped.aborted) return { action: CloseAction.DoNotRestart, handled: true };
      if (tell === null) return { action: CloseAction.Restart, handled: true };
      const message = l10n.t("The server ended {0} times and is started again. The log may say why.", tell);
      return { action: CloseAction.Restart, message };
    },
  };
}

/** Messages in a row that could not be sent or read. */
const MOST_ERRORS = 3;

function wait(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
