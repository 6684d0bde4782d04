/** A Discord payload drawn as its client draws it: by the web components of Skyra's discord-components. */
import type { ReactNode } from 'react';
import { type Line, parseDiscord, type Span } from './discord-markdown.ts';
import type { DrawingProps } from './drawing.ts';
import { withEmoji } from './emoji.tsx';
import { Moment, timeOfDay } from './moment.tsx';
import { DiscordPayload } from './payload.ts';

const BUTTON: Readonly<Record<number, 'primary' | 'secondary' | 'destructive'>> = {
  1: 'primary',
  2: 'secondary',
  4: 'destructive',
};

export function DiscordDrawing({ payload, message, icon, people, press }: DrawingProps) {
  const { content, embeds, components } = DiscordPayload.parse(payload);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <discord-message author="Receipts" avatar={icon} bot timestamp={timeOfDay(message.at)}>
      {/* Its client says so above the answer; no payload does. */}
      {message.asked === undefined ? null : (
        <p slot="reply" className="d-asked">
          <strong>{names.get(message.asked.person)}</strong> used <code>{message.asked.line}</code>
        </p>
      )}
      {content === '' ? null : <div className="d-content">{lines(parseDiscord(content), names)}</div>}
      {embeds.map((embed, at) => (
        // Embeds have no ids, and their order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <discord-embed key={at} slot="embeds" color={colourOf(embed.color)}>
          <div slot="description" className="d-embed">
            {embed.description === undefined ? null : lines(parseDiscord(embed.description), names)}
          </div>
        </discord-embed>
      ))}
      <div slot="components">
        {components.map((row) => (
          <discord-action-row key={row.components[0]?.custom_id}>
            {row.components.map(({ style, label, custom_id }) => (
              <discord-button
                key={custom_id}
                type={BUTTON[style] ?? 'secondary'}
                onClick={() => press(custom_id)}
              >
                {spoken(label, message.names[custom_id])}
              </discord-button>
            ))}
          </discord-action-row>
        ))}
      </div>
    </discord-message>
  );
}

/** What a button with a letter stands for: Discord has no place for it, so on the page only ears get it. */
const spoken = (label: string, name: string | undefined): ReactNode =>
  name === undefined ? (
    label
  ) : (
    <>
      <span aria-hidden="true">{label}</span>
      <span className="unseen">{name}</span>
    </>
  );

const colourOf = (colour: number | undefined): string =>
  `#${(colour ?? 0x202225).toString(16).padStart(6, '0')}`;

type Names = ReadonlyMap<string, string>;

const lines = (parsed: readonly Line[], names: Names): ReactNode[] =>
  parsed.map(({ type, level, spans: inner }, at) => {
    const empty = inner.length === 0;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no ids
      <p key={at} className={`d-line d-${type}${level ? ` d-h${level}` : ''}${empty ? ' d-empty' : ''}`}>
        {spans(inner, names)}
      </p>
    );
  });

const spans = (parsed: readonly Span[], names: Names): ReactNode[] =>
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no ids
  parsed.map((span, at) => <Piece key={at} span={span} names={names} />);

const TAG = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', spoiler: 'span' } as const;

function Piece({ span, names }: { span: Span; names: Names }) {
  switch (span.type) {
    case 'text':
      return withEmoji(span.text);
    case 'code':
      return <code className="d-code">{span.text}</code>;
    case 'link':
      return (
        <a href={span.href} target="_blank" rel="noopener noreferrer">
          {spans(span.children, names)}
        </a>
      );
    case 'time':
      return <Moment seconds={span.seconds} style={span.style} />;
    case 'mention':
      return <discord-mention type="user">{names.get(span.id) ?? span.id}</discord-mention>;
    default: {
      const Tag = TAG[span.type];
      return <Tag>{spans(span.children, names)}</Tag>;
    }
  }
}
