/**
 * A Slack payload drawn as its client draws it. Not by slack-blocks-to-jsx, which reads plain_text as markup:
 * a heading `*<!channel>*` came out as a bold mention of the channel, where Slack shows the characters.
 */
import { type ReactNode, use } from 'react';
import type { DrawingProps, Named } from './drawing.ts';
import { withEmoji } from './emoji.tsx';
import { SeenAt, slackDate, timeOfDay } from './moment.tsx';
import { type RichElement, type SlackBlock, SlackPayload } from './payload.ts';

export function SlackDrawing({ payload, message, icon, people, press }: DrawingProps) {
  const { blocks } = SlackPayload.parse(payload);
  return (
    <div className="s-message">
      <img className="s-avatar" src={icon} alt="" width="36" height="36" />
      <div className="s-body">
        <p className="s-author">
          <strong>Receipts</strong> <span className="s-tag">APP</span>{' '}
          <span className="s-time">{timeOfDay(message.at)}</span>
        </p>
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no ids, and their order never changes
          <BlockDrawing key={at} block={block} people={people} press={press} />
        ))}
      </div>
    </div>
  );
}

type BlockProps = Pick<DrawingProps, 'people' | 'press'> & { readonly block: SlackBlock };

function BlockDrawing({ block, people, press }: BlockProps) {
  switch (block.type) {
    case 'header':
      return <p className="s-header">{withEmoji(block.text.text)}</p>;
    case 'context':
      return <p className="s-context">{block.elements.map(({ text }) => text).join(' ')}</p>;
    case 'divider':
      return <hr className="s-divider" />;
    case 'rich_text':
      return block.elements.map(({ type, elements }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no ids
        <p key={at} className={type === 'rich_text_quote' ? 's-text s-quote' : 's-text'}>
          {richText(elements, people)}
        </p>
      ));
    case 'actions':
      return <Actions elements={block.elements} press={press} />;
    default:
      return block satisfies never;
  }
}

type ActionsProps = Pick<Extract<SlackBlock, { type: 'actions' }>, 'elements'> & Pick<DrawingProps, 'press'>;

const Actions = ({ elements, press }: ActionsProps) => (
  <div className="s-actions">
    {elements.map(({ text, value, style, accessibility_label }) => (
      <button
        key={value}
        type="button"
        className={`s-button ${style ? `s-${style}` : ''}`}
        aria-label={accessibility_label}
        onClick={() => press(value)}
      >
        {text.text}
      </button>
    ))}
  </div>
);

const richText = (elements: readonly RichElement[], people: readonly Named[]): ReactNode[] =>
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no ids
  elements.map((element, at) => <Styled key={at} element={element} people={people} />);

function Styled({ element, people }: { element: RichElement; people: readonly Named[] }) {
  const { bold, italic, strike, code } = element.style ?? {};
  let drawn: ReactNode = <Element element={element} people={people} />;
  if (code) drawn = <code className="s-code">{drawn}</code>;
  if (strike) drawn = <s>{drawn}</s>;
  if (italic) drawn = <em>{drawn}</em>;
  if (bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}

function Element({ element, people }: { element: RichElement; people: readonly Named[] }) {
  const seenAt = use(SeenAt);
  switch (element.type) {
    case 'text':
      return withEmoji(element.text);
    case 'link':
      return (
        <a href={element.url} target="_blank" rel="noopener noreferrer">
          {element.text ?? element.url}
        </a>
      );
    case 'user':
      return (
        <span className="s-mention">
          @{people.find(({ id }) => id === element.user_id)?.name ?? element.user_id}
        </span>
      );
    case 'channel':
      return <span className="s-mention">#{element.channel_id}</span>;
    case 'date':
      return (
        <time dateTime={new Date(element.timestamp * 1000).toISOString()}>
          {slackDate(element.timestamp, element.format, seenAt ?? Date.now())}
        </time>
      );
    default:
      return element satisfies never;
  }
}
