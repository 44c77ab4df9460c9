/** The frame of the pages for everyone. */

/** Who answers for this installation, from the configuration. */
export interface Operator {
  readonly operatorName: string;
  /** Without one, people are told whom to ask instead. */
  readonly operatorEmail?: string | undefined;
}

/** Text made safe for HTML, in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export interface Page {
  readonly path: '/privacy' | '/terms';
  readonly title: string;
  readonly body: string;
}

/**
 * A whole page: no script, no inline style, nothing from elsewhere, so that the strictest content security policy
 * holds. `title` and `body` are HTML already.
 */
export function layout({ path, title, body }: Page): string {
  const link = (to: string, name: string) =>
    `<a href="${to}"${to === path ? ' aria-current="page"' : ''}>${name}</a>`;
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title}: AP Pathway</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/pages.css" />
  </head>
  <body>
    <header>
      <p>AP Pathway</p>
    </header>
    <main>
      <h1>${title}</h1>
${body}
    </main>
    <footer>
      <nav aria-label="About this assistant">
        ${link('/privacy', 'What is kept about you')}
        ${link('/terms', 'Terms of use')}
      </nav>
    </footer>
  </body>
</html>
`;
}

/** How to reach the operator, as paragraphs. */
export function contact({ operatorName, operatorEmail }: Operator): string {
  const name = escapeHtml(operatorName);
  if (!operatorEmail)
    return `      <p>Responsible for this assistant: ${name}. To ask about it, speak to the person who gave it to you, or to your IT service desk.</p>`;
  const shown = escapeHtml(operatorEmail);
  const address = escapeHtml(encodeURI(operatorEmail).replace(/[?&]/g, encodeURIComponent));
  return `      <p>Responsible for this assistant: ${name}. Write to <a href="mailto:${address}">${shown}</a>.</p>`;
}

/** `/pages.css`, the style of these pages: the web chat's colours, for reading. */
export const pagesCss = `:root {
  --page: #f1f5f6;
  --card: #ffffff;
  --text: #1d2930;
  --quiet: #4b5d67;
  --line: #c3cfd5;
  --accent: #0b5668;
  --focus: #1d2930;
  --focus-glow: #ffd24d;
  color-scheme: light;
}

@media (prefers-color-scheme: dark) {
  :root {
    --page: #10181c;
    --card: #1a252b;
    --text: #e9eff1;
    --quiet: #b0c0c8;
    --line: #3b4b54;
    --accent: #84cddd;
    --focus: #ffffff;
    --focus-glow: #b58900;
    color-scheme: dark;
  }
}

* {
  box-sizing: border-box;
}

body {
  background: var(--page);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  margin: 0 auto;
  max-width: 46rem;
  overflow-wrap: break-word;
  padding: 0 16px 32px;
}

html {
  background: var(--page);
}

header {
  border-bottom: 3px solid var(--accent);
  color: var(--quiet);
  font-weight: 600;
  padding: 16px 0 8px;
}

header p {
  margin: 0;
}

h1 {
  font-size: 1.75rem;
  line-height: 1.2;
  margin: 24px 0 16px;
}

h2 {
  font-size: 1.25rem;
  line-height: 1.3;
  margin: 32px 0 8px;
}

p,
ul {
  margin: 0 0 12px;
}

ul {
  padding-left: 1.25rem;
}

li {
  margin-bottom: 8px;
}

.first {
  background: var(--card);
  border-left: 6px solid var(--accent);
  margin-bottom: 16px;
  padding: 16px;
}

.first > :last-child {
  margin-bottom: 0;
}

a {
  color: var(--accent);
  text-underline-offset: 0.15em;
}

a:focus-visible {
  box-shadow: 0 0 0 6px var(--focus-glow);
  outline: 3px solid var(--focus);
}

footer {
  border-top: 1px solid var(--line);
  margin-top: 40px;
  padding-top: 8px;
}

nav {
  column-gap: 24px;
  display: flex;
  flex-wrap: wrap;
}

nav a {
  padding: 8px 0;
}

[aria-current] {
  color: var(--text);
  text-decoration: none;
}

@media print {
  body {
    max-width: none;
  }

  nav {
    display: none;
  }
}
`;
