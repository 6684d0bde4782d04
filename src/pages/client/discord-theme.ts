/**
 * The components' colours are those of an older Discord, some below the contrast that text needs, and their
 * buttons have no visible focus. They have no hooks for that, so a sheet is added to each before it is drawn.
 */
import './discord-elements.ts';

const SHEETS: Readonly<Record<string, string>> = {
  'discord-messages': ':host { background: none; border: 0; color: var(--d-text); font-family: inherit }',
  'discord-message': `
    :host { color: var(--d-text); padding: 2px 16px; font-family: inherit; margin: 0 }
    :host(:hover) { background: none }
    .discord-author-avatar { margin-right: 12px }
    .discord-message-timestamp, :host([light-theme]) .discord-message-timestamp { color: var(--d-muted); font-size: 12px }
    .discord-message-content { min-width: 0 }`,
  'discord-author-info': `
    :host .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--d-bright) }
    :host .discord-author-username:hover { text-decoration: none; cursor: default }`,
  'discord-embed': `
    :host { color: var(--d-text); font-size: 14px; line-height: 1.35; margin: 4px 0 }
    :host .discord-embed-root { flex: 1; min-width: 0 }
    :host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper {
      background: var(--d-embed); border-color: var(--d-edge); width: 100%; max-width: 520px }
    :host .discord-embed-wrapper .discord-embed-grid { display: block; padding: 7px 12px 8px; min-width: 0 }`,
  'discord-button': `
    :host > *:first-child { font: 500 14px/1.2 inherit; font-family: inherit; border-radius: 8px; margin: 3px 6px 3px 0; box-sizing: border-box; height: 32px; min-width: 54px; padding: 0 14px }
    .primary { background: var(--d-blurple) } .primary.hoverable:hover { background: var(--d-blurple-deep) }
    .secondary { background: var(--d-button); color: var(--d-bright) } .secondary.hoverable:hover { background: var(--d-button-deep) }
    .destructive { background: #c9303a } .destructive.hoverable:hover { background: #a8262f }
    button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }`,
  'discord-mention': `
    :host, :host([light-theme]), :host(:hover), :host([light-theme]:hover) {
      color: var(--d-mention); background: var(--d-mention-back); cursor: default }`,
};

/** Must run before the first of them is drawn: each takes its sheets from its class when it is created. */
export function themeComponents(): void {
  for (const [name, css] of Object.entries(SHEETS)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    stylesOf(customElements.get(name)).push(sheet);
  }
}

/** Lit keeps a class's sheets here, and gives them to each element that is created. */
const stylesOf = (element: unknown): unknown[] =>
  typeof element === 'function' && 'elementStyles' in element && Array.isArray(element.elementStyles)
    ? element.elementStyles
    : [];
