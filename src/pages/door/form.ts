/** What one sees of a door that is shut: a form that needs no script. */
import type { Context } from 'hono';
import { html } from 'hono/html';

export interface Form {
  /** Names of files under `assets/`. */
  readonly style: string;
  readonly icon: string;
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
  /** A browser that came by a link on another site has left its pass at home; it brings it once it comes from here. */
  readonly again: boolean;
}

export const formOf = (context: Context, form: Form, status: 401 | 413 | 429): Response | Promise<Response> =>
  context.html(documentOf(form), status);

const documentOf = ({ style, icon, problem, again }: Form) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    ${again ? html`<meta http-equiv="refresh" content="0;url=./" />` : ''}
    <title>${problem === undefined ? '' : 'Not yet: '}Receipts asks for its secret</title>
    <link rel="icon" href="assets/${icon}" />
    <link rel="stylesheet" href="assets/${style}" />
  </head>
  <body>
    <main class="door">
      <h1>Receipts</h1>
      <p>A trivia and fact bot in which every fact shows its receipt. This page of it is not open to everyone.</p>
      <form method="post" action="door">
        <label for="secret">The secret</label>
        <input
          id="secret"
          name="secret"
          type="password"
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck="false"
          maxlength="200"
          required
          autofocus
          ${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="problem"`}
        />
        ${problem === undefined ? '' : html`<p id="problem" class="door-problem" role="alert">${problem}</p>`}
        <button class="primary">Come in</button>
      </form>
      <p class="door-help">You have none? Ask whoever runs this bot.</p>
      <p class="door-help">You run it? It was printed where you started the bot (a service: in its log), or is your <code>PAGE_SECRET</code>.</p>
    </main>
  </body>
</html>`;
