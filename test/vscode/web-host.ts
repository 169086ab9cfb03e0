/**
 * VS Code for the Web out of the server's files, without the server: a page with no remote behind it runs extensions in
 * a web worker, as vscode.dev does. The server's build of the workbench always calls home, so two places of its script
 * are undone while it is served; should they look different one day, starting fails and says so.
 */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { installServer } from "./install.ts";
import { QUIET } from "./profile.ts";

const WORKBENCH = "/out/vs/code/browser/workbench/workbench";
/** VS Code runs a suite in the host of the extension below which it lies. */
const SUITE = "/extension/suite";
const WEBVIEWS = "/vs/out/vs/workbench/contrib/webview/browser/pre/";
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

export interface WebHostOptions {
  /** The folder of the extension under test. */
  readonly extension: string;
  /** That of the linter beside it. */
  readonly other: string;
  /** The suite's script. Without one the page is as a user has it. */
  readonly suite?: string;
}

export interface WebHost {
  readonly address: string;
  stop(): Promise<void>;
}

export async function startWebHost({ extension, other, suite }: WebHostOptions): Promise<WebHost> {
  const app = installServer();
  const script = withoutRemote(readFileSync(join(app, `${WORKBENCH}.js`), "utf8"));
  const template = readFileSync(join(app, `${WORKBENCH}.html`), "utf8");
  const mounts: Readonly<Record<string, string>> = { vs: app, extension, other };
  let page = "";

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/") return send(response, ".html", page);
    if (path === `/vs${WORKBENCH}.js`) return send(response, ".js", script);
    if (suite && path === `${SUITE}.js`) return send(response, ".js", createReadStream(suite));
    const [, mount = "", ...rest] = path.split("/");
    const file = inside(mounts[mount], rest.join("/"));
    if (file) return send(response, extname(file), createReadStream(file));
    response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The page could not be served.");
  const authority = `127.0.0.1:${address.port}`;
  page = fill(template, authority, settings(app, authority, suite !== undefined));
  return {
    address: `http://${authority}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function withoutRemote(script: string): string {
  const local = replaceOnce(script, /,remoteAuthority:location\.host\}/, "}");
  const home = /\.file\(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.vscodeRemote\}\)/;
  return replaceOnce(local, home, '.file("/").with({scheme:"vscode-userdata"})');
}

function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) throw new Error(`This build of the workbench looks different: ${pattern} is nowhere in it.`);
  return text.replace(pattern, replacement);
}

function settings(app: string, authority: string, hasSuite: boolean): object {
  const { commit, quality, version } = JSON.parse(readFileSync(join(app, "product.json"), "utf8"));
  const served = (path: string) => ({ scheme: "http", authority, path });
  return {
    folderUri: { scheme: "tmp", authority: "", path: "/workspace" },
    enableWorkspaceTrust: false,
    // This build reads the next four without asking whether they are there.
    userDataPath: "/",
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [served("/extension"), served("/other"), served("/vs/extensions/python")],
      ...(hasSuite ? { extensionTestsPath: served(SUITE) } : {}),
    },
    configurationDefaults: QUIET,
    webviewEndpoint: `http://${authority}${WEBVIEWS}`.replace(/\/$/, ""),
    productConfiguration: {
      ...{ commit, quality, version, enableTelemetry: false },
      webEndpointUrlTemplate: `http://${authority}/vs`,
      webviewContentExternalBaseUrlTemplate: `http://${authority}${WEBVIEWS}`,
    },
  };
}

function fill(template: string, authority: string, configuration: object): string {
  const messages = `http://${authority}/vs/out/nls.messages.js`;
  const values: Readonly<Record<string, string>> = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
    WORKBENCH_WEB_BASE_URL: `http://${authority}/vs`,
    WORKBENCH_NLS_URL: messages,
    WORKBENCH_NLS_FALLBACK_URL: messages,
    VS_BASE: "/vs",
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
}

/** A file below a folder, or undefined when it is none or lies outside. */
function inside(folder: string | undefined, path: string): string | undefined {
  if (!folder) return;
  const file = normalize(join(folder, path));
  const base = folder.endsWith(sep) ? folder : folder + sep;
  return file.startsWith(base) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function send(response: ServerResponse, ending: string, body: string | NodeJS.ReadableStream): void {
  response.writeHead(200, {
    "content-type": TYPES[ending] ?? "application/octet-stream",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  if (typeof body === "string") response.end(body);
  else body.pipe(response);
}
