/** Mermaid in the theme's colours. A file of its own, because it is large and few notes have a diagram. */
import "./draw.ts";

interface Mermaid {
  initialize(options: object): void;
  render(id: string, source: string, stage: Element): Promise<{ svg: string }>;
}

declare const mermaid: Mermaid;

globalThis.pyglossDraw = async (id, source, stage) => {
  const style = getComputedStyle(document.body);
  const color = (name: string, otherwise: string) => style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const text = color("editor-foreground", style.color);
  const ground = color("editor-background", style.backgroundColor);
  const line = color("descriptionForeground", text);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: "base",
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    fontFamily: style.fontFamily,
    themeVariables: {
      darkMode: !document.body.classList.contains("vscode-light"),
      fontFamily: style.fontFamily,
      fontSize: "14px",
      background: ground,
      primaryColor: color("editorWidget-background", ground),
      primaryTextColor: text,
      primaryBorderColor: line,
      lineColor: line,
      textColor: text,
      edgeLabelBackground: ground,
      noteBkgColor: ground,
      noteTextColor: text,
      noteBorderColor: line,
      clusterBkg: ground,
      clusterBorder: line,
    },
  });
  return (await withStyles(() => mermaid.render(id, source, stage))).svg;
};

/** Mermaid measures letters in styles that it makes itself; the page's policy lets only those in that know its word. */
async function withStyles<T>(work: () => Promise<T>): Promise<T> {
  const create = document.createElement;
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create.call(document, name, options);
    if (name === "style") element.nonce = document.body.dataset["nonce"] ?? "";
    return element;
  };
  try {
    return await work();
  } finally {
    document.createElement = create;
  }
}
