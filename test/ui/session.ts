/** VS Code with the packaged extension installed, a folder open, and a browser in front of it. */
import { type WindowOptions, withWindow } from "../vscode/browser.ts";
import { createProfile, EMPTY_PAGE, OTHER_LINTER, type Settings } from "../vscode/profile.ts";
import { installExtension, startServer } from "../vscode/server.ts";
import { Workbench } from "./workbench.ts";

export interface SessionOptions extends WindowOptions {
  /** The file that `npm run package` makes. */
  readonly vsix: string;
  /** Shown as a copy, which the session may write to. */
  readonly folder: string;
  readonly settings?: Settings;
}

/** So that a test can see the same thing in several themes without touching anything. */
const FOLLOWS_SYSTEM: Settings = { "window.autoDetectColorScheme": true, "window.autoDetectHighContrast": true };

/** Gives the workbench to `use`, and takes everything down when it is done with it. */
export function withWorkbench<T>(
  { vsix, folder, settings, ...window }: SessionOptions,
  use: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  return withWindow(window, async (page) => {
    const profile = createProfile({ ...FOLLOWS_SYSTEM, ...settings });
    profile.add(OTHER_LINTER);
    profile.add(EMPTY_PAGE);
    installExtension(profile, vsix);
    // As a user has it: without the test driver, which changes how notifications are shown.
    const server = await startServer(profile, { testDriver: false });
    try {
      const workbench = new Workbench(page);
      await page.goto(server.page(profile.borrow(folder)));
      await workbench.ready();
      return await use(workbench);
    } finally {
      await server.stop();
    }
  });
}
