/** What is stored about somebody, as they get it: one file to read and one for a program. */
import type { Account, Place } from '../ids.ts';
import type { AccountRecord, KeptAnswer } from '../ports/store.ts';
import type { ReplyFile } from '../requests/request.ts';

export interface Stored {
  readonly account: Account;
  readonly record: AccountRecord;
  readonly at: number;
  /** Whether an answer to this question is not to be told, because it is being asked around them. */
  readonly isOpen: (questionId: string) => boolean;
}

export const isNothing = ({
  answers,
  standings,
  quizzes,
  dailies,
  messages,
  hiddenSince,
}: AccountRecord): boolean =>
  answers.length + standings.length + quizzes.length + dailies.length + messages.length === 0 &&
  hiddenSince === undefined;

/** In how many channels and private talks there is anything of theirs. */
export const placesIn = ({ answers, quizzes, dailies, messages }: AccountRecord): number =>
  new Set(
    [...answers, ...quizzes, ...dailies, ...messages.map(({ message }) => message)].map(({ place }) =>
      JSON.stringify([place.workspace, place.channel]),
    ),
  ).size;

export const filesFor = (stored: Stored): readonly ReplyFile[] => [
  { name: 'your-data.txt', type: 'text/plain', text: readable(stored) },
  { name: 'your-data.json', type: 'application/json', text: `${JSON.stringify(asJson(stored), null, 2)}\n` },
];

/** What a person is told of whether an answer was right. */
function verdictOf({ right, questionId }: KeptAnswer, { isOpen }: Stored): 'right' | 'wrong' | undefined {
  if (right === undefined || isOpen(questionId)) return undefined;
  return right ? 'right' : 'wrong';
}

export function asJson(stored: Stored): object {
  const { account, record, at } = stored;
  const { answers, quizzes, dailies, standings, messages, hiddenSince } = record;
  return {
    about: { platform: account.platform, workspace: account.workspace ?? 'all', user: account.user },
    written: iso(at),
    hiddenSince: hiddenSince === undefined ? null : iso(hiddenSince),
    answers: answers.map((answer) => ({
      at: iso(answer.at),
      ...whereIs(answer.place),
      question: answer.questionId,
      prompt: answer.prompt,
      chosen: answer.chosen,
      outcome: verdictOf(answer, stored) ?? 'not told while the question is open',
      alone: answer.isPrivate,
    })),
    points: standings.map(({ workspace, channel, period, right, answered }) => ({
      ...{ workspace, channel: channel ?? 'all', period, points: right, tries: answered },
    })),
    quizzesStarted: quizzes.map(({ place, topic, pack, total, isPrivate, startedAt }) => ({
      ...{ at: iso(startedAt), ...whereIs(place), topic, pack: pack ?? null, questions: total },
      alone: isPrivate,
    })),
    dailiesSet: dailies.map(({ place, ...daily }) => ({
      ...whereIs(place),
      ...daily,
      pack: daily.pack ?? null,
    })),
    messagesNamingYou: messages.map(({ message, at: posted }) => ({
      ...{ at: iso(posted), ...whereIs(message.place), message: message.id },
    })),
  };
}

export function readable(stored: Stored): string {
  const { account, record, at } = stored;
  const { answers, quizzes, dailies, standings, messages, hiddenSince } = record;
  const where = account.workspace === undefined ? 'in all its places' : `in ${account.workspace}`;
  const sections = [
    [
      `What Receipts stores about user ${account.user} on ${account.platform}, ${where}`,
      `Written ${minute(at)}. All times are UTC. No name is stored; channels are given by their ids.`,
      hiddenSince === undefined
        ? 'Boards and reveals may show you.'
        : `Hidden from boards and reveals since ${minute(hiddenSince)}.`,
    ],
    section('Answers', answers, (answer) => [
      `${minute(answer.at)} · ${spoken(answer.place)}${answer.isPrivate ? ' · played alone' : ''}`,
      `  ${answer.prompt}`,
      `  You answered: ${answer.chosen} (${verdictOf(answer, stored) ?? 'whether that is right is told once the question is no longer open'})`,
    ]),
    section('Points', standings, ({ workspace, channel, period, right, answered }) => [
      `${period.replace(/^all\b/, 'all time')} · ${channel === undefined ? `all channels of ${workspace}` : `channel ${channel} of ${workspace}`}: ${right} right of ${answered}`,
    ]),
    section('Quizzes that you started', quizzes, ({ place, topic, total, isPrivate, startedAt }) => [
      `${minute(startedAt)} · ${spoken(place)} · ${total === 1 ? '1 question' : `${total} questions`}${topic === '' ? '' : ` about “${topic}”`}${isPrivate ? ' · alone' : ''}`,
    ]),
    section('Daily questions that you set', dailies, ({ place, time, zone, topic, state }) => [
      `${spoken(place)} · ${time} (${zone})${topic === '' ? '' : ` about “${topic}”`} · ${state}`,
    ]),
    section('Messages that are kept here and name you', messages, ({ message, at: posted }) => [
      `${minute(posted)} · ${spoken(message.place)}`,
    ]),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section<Item>(
  title: string,
  items: readonly Item[],
  linesOf: (item: Item) => readonly string[],
): readonly string[] {
  if (items.length === 0) return [];
  return [`${title} (${items.length})`, '', ...items.flatMap(linesOf)];
}

const whereIs = ({ workspace, channel }: Place) => ({ workspace, channel });

const spoken = ({ workspace, channel }: Place): string => `channel ${channel} of ${workspace}`;

const iso = (at: number): string => new Date(at).toISOString();

const minute = (at: number): string => iso(at).slice(0, 16).replace('T', ' ');
