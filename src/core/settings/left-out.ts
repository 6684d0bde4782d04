/** Topics and questions that are left out in a channel, each with a button that takes it back. */
import {
  type Card,
  type Choice,
  type Inline,
  type PlainBlock,
  type PlainCard,
  plainCard,
  say,
} from '../cards/card.ts';
import { clip } from '../cards/clip.ts';
import { lookAgain } from '../daily/nothing-to-ask.ts';
import type { Library } from '../dataset/library.ts';
import type { Question, Topic } from '../dataset/schema.ts';
import { buttonId, packOf } from '../dataset/scope.ts';
import { type Secrets, secretsAround } from '../quiz/secrets/secrets.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { withWayBack } from './list.ts';
import { titleOf } from './pack-named.ts';
import { pageOf, spanOf, turningPages } from './pages.ts';

/** Two rows of buttons, and room for another to turn the page. */
const MOST_LISTED = 10;

type Item =
  | { readonly kind: 'topic'; readonly id: string; readonly topic: Topic }
  | { readonly kind: 'question'; readonly id: string; readonly question: Question };

export const listLeftOut = async (services: Services, origin: Origin, page: number): Promise<Card> =>
  withWayBack(await listed(services, origin, page));

export async function takeBack(
  services: Services,
  origin: Origin,
  { kind, id, page }: { readonly kind: Item['kind']; readonly id: string; readonly page: number },
): Promise<Card> {
  const { store, library } = services;
  const { place } = origin;
  const settings = await store.settingsOf(place);
  const ids = kind === 'topic' ? settings.topics : settings.questions;
  const back = ids.filter((one) => buttonId(one) === buttonId(id));
  for (const one of back) await store.takeBack(place, kind, one);
  const daily = await store.findDaily(place);
  if (daily) await lookAgain(services, daily);
  const [item] = itemsOf(library, kind === 'topic' ? back : [], kind === 'topic' ? [] : back);
  const said = item
    ? ['Taken back: ', nameOf(item, await secretsAround(services, origin)), '.']
    : ['That is not left out here any more.'];
  return withWayBack(await listed(services, origin, page, [{ type: 'text', text: said }]));
}

async function listed(
  services: Services,
  origin: Origin,
  page: number,
  said: readonly PlainBlock[] = [],
): Promise<PlainCard> {
  const { library, store } = services;
  const { topics, questions } = await store.settingsOf(origin.place);
  const items = itemsOf(library, topics, questions);
  const gone = topics.length + questions.length - items.length;
  const goneNote: readonly PlainBlock[] =
    gone === 0
      ? []
      : [
          {
            type: 'note',
            text: [`${gone === 1 ? '1 more is' : `${gone} more are`} not in any pack just now.`],
          },
        ];
  if (items.length === 0)
    return said.length + gone === 0
      ? say('neutral', 'Nothing is left out in this channel.')
      : plainCard(
          'neutral',
          ...said,
          { type: 'text', text: ['Nothing else is left out in this channel.'] },
          ...goneNote,
        );
  const secrets = await secretsAround(services, origin);
  const paged = pageOf(items, page, MOST_LISTED);
  return plainCard(
    'neutral',
    { type: 'heading', text: `Left out in this channel${spanOf(paged, items.length)}` },
    ...said,
    ...paged.shown.map((item, at) => blockOf(library, secrets, item, paged.first + at)),
    {
      type: 'choices',
      choices: paged.shown.map((item, at) => backChoice(item, paged.first + at, paged.page)),
    },
    ...turningPages(paged, 'left-out'),
    ...goneNote,
  );
}

/** What is not loaded just now has no name to show. */
const itemsOf = (
  library: Library,
  topics: readonly string[],
  questions: readonly string[],
): readonly Item[] => [
  ...topics.flatMap((id): Item[] => {
    const topic = library.topics.get(id);
    return topic ? [{ kind: 'topic', id, topic }] : [];
  }),
  ...questions.flatMap((id): Item[] => {
    const question = library.question(id);
    return question ? [{ kind: 'question', id, question }] : [];
  }),
];

function nameOf(item: Item, secrets: Secrets): Inline {
  if (item.kind === 'topic') return `the topic “${item.topic.name}”`;
  return isWithheld(item, secrets)
    ? 'a question that comes near one that is open now'
    : { italic: clip(item.question.prompt, 100) };
}

/** A question that comes near one that is open now is told nobody yet. */
const isWithheld = (item: Item, secrets: Secrets): boolean =>
  item.kind === 'question' && secrets.askable([item.question]).left.length === 0;

function blockOf(library: Library, secrets: Secrets, item: Item, number: number): PlainBlock {
  const record = item.kind === 'topic' ? item.topic : item.question;
  const pack = library.packs.length > 1 ? ` · ${titleOf(library.packs, packOf(record.id) ?? '')}` : '';
  const text: Inline =
    item.kind === 'topic'
      ? `Topic: ${item.topic.name}`
      : isWithheld(item, secrets)
        ? 'A question that comes near one that is open now'
        : item.question.prompt;
  return { type: 'text', text: [{ bold: `${number}` }, ` · ${text}${pack}`] };
}

const backChoice = (item: Item, number: number, page: number): Choice => ({
  label: `Take back ${number}`,
  spoken: clip(
    `Take back ${number}: ${item.kind === 'topic' ? `the topic ${item.topic.name}` : 'ask it here again'}`,
    75,
  ),
  token: { do: 'back', kind: item.kind, id: item.id, page },
  style: 'plain',
});
