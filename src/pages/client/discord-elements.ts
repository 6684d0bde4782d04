/** The web components that are used, as React sees them. */
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-button.js';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import type { HTMLAttributes, Key } from 'react';

type Props<Own> = HTMLAttributes<HTMLElement> & { readonly key?: Key | undefined } & Own;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'discord-messages': Props<{ lightTheme: boolean; noBackground: boolean }>;
      'discord-message': Props<{ author: string; avatar: string; bot: boolean; timestamp: string }>;
      'discord-embed': Props<{ color: string }>;
      'discord-action-row': Props<unknown>;
      'discord-button': Props<{ type: 'primary' | 'secondary' | 'destructive' }>;
      'discord-mention': Props<{ type: 'user' }>;
    }
  }
}
