import { env, type Uri, type UriHandler } from "vscode";

/** The address of a note for other people: it opens VS Code, and the note in it. */
export function noteAddress(id: string): string {
  return `${env.uriScheme}://pygloss.pygloss${PATH}${encodeURIComponent(id)}`;
}

/** Opens the note that an address from outside names. */
export function openAddresses(open: (id: string) => Promise<unknown>): UriHandler {
  return {
    handleUri: async (uri: Uri) => {
      if (uri.path.startsWith(PATH)) await open(uri.path.slice(PATH.length));
    },
  };
}

const PATH = "/note/";
