/** Plain text for a page of HTML, also inside an attribute's double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export interface HtmlPage {
  readonly language: string;
  readonly title: string;
  /** The directives of its Content-Security-Policy. */
  readonly policy: readonly string[];
  readonly stylesheets: readonly string[];
  /** The `body` element, as HTML. */
  readonly body: string;
}

/** A whole page, for a webview. */
export function htmlPage({ language, title, policy, stylesheets, body }: HtmlPage): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy.join("; "))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${stylesheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join("\n")}
</head>
${body}
</html>`;
}
