/** The daily questions that stand in the places, read from the platforms' own records, never from the bot's store. */
import { decodeToken, type Token } from '../../src/core/requests/token.ts';
import type { FakeDiscord } from '../fakes/discord-server.ts';
import type { Recorded, Version } from '../fakes/record.ts';
import type { FakeSlack } from '../fakes/slack-server.ts';

const TITLE = /Daily question, (\d{1,2}) (\w+) (\d{4})/;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

/** A post of the bot that asks something, with what became of it. */
export interface Question {
  readonly channel: string;
  readonly id: string;
  /** Of a daily question; empty for one of a quiz. */
  readonly date: string;
  readonly round: string | undefined;
  readonly postedAt: number;
  /** When it first showed its result, if it does now. */
  readonly revealedAt: number | undefined;
  /** Position of the right answer, as the result tells it. */
  readonly right: number | undefined;
  /** What stood on the buttons of its options. */
  readonly labels: readonly string[];
  /** It showed its result, and then something else. */
  readonly relapsed: boolean;
  readonly replies: number;
  readonly last: string;
}

interface Platforms {
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
}

/** The daily ones. */
export function readQuestions({ discord, slack }: Platforms): readonly Question[] {
  const posts = [...discord.record(), ...slack.record()].filter(({ posted }) => posted);
  const replies = new Map<string, number>();
  for (const { under } of posts) if (under !== undefined) replies.set(under, (replies.get(under) ?? 0) + 1);
  return posts.flatMap((post) => {
    const date = post.under === undefined ? dateOf(post.versions[0]?.text ?? '') : undefined;
    return date === undefined ? [] : [toQuestion(post, date, replies.get(post.id) ?? 0)];
  });
}

export function readQuizQuestions({ discord, slack }: Platforms): readonly Question[] {
  return [...discord.record(), ...slack.record()]
    .filter(({ posted, onlyFor, versions: [first] }) => {
      const isRound = first?.tokens.some(roundOf) ?? false;
      return posted && onlyFor === undefined && isRound && dateOf(first?.text ?? '') === undefined;
    })
    .map((post) => toQuestion(post, '', 0));
}

/** The buttons for whoever started its quiz. */
export function hostTokensOf({ discord, slack }: Platforms, id: string) {
  const post = [...discord.record(), ...slack.record()].find((candidate) => candidate.id === id);
  const tokens = (post?.versions[0]?.tokens ?? []).map(decodeToken);
  const of = (verb: Token['do']) => tokens.find((token) => token?.do === verb);
  return { reveal: of('reveal'), stop: of('stop') };
}

function toQuestion({ channel, id, versions }: Recorded, date: string, replies: number): Question {
  const [first] = versions;
  const labels = (first?.labels ?? []).filter((_, at) => roundOf(first?.tokens[at] ?? '') !== undefined);
  const last = versions.at(-1);
  const shown = versions.findIndex(isResult);
  const isRevealed = last !== undefined && isResult(last);
  return {
    channel,
    id,
    date,
    round: first?.tokens.map(roundOf).find(Boolean),
    postedAt: first?.at ?? 0,
    revealedAt: isRevealed ? versions[shown]?.at : undefined,
    right: isRevealed ? rightOf(last.text, labels) : undefined,
    labels,
    relapsed: shown >= 0 && versions.slice(shown).some((version) => !isResult(version)),
    replies,
    last: last?.text ?? '',
  };
}

export function dateOf(text: string): string | undefined {
  const [, day = '', month = '', year] = TITLE.exec(text) ?? [];
  const at = MONTHS.indexOf(month);
  return at < 0 ? undefined : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const isResult = ({ text, tokens }: Version): boolean =>
  /✅|\(right answer/.test(text) && !tokens.some(roundOf);

/** The option that is marked: by a sign, or in the words for who listens. */
function rightOf(text: string, labels: readonly string[]): number {
  const plain = inPlainWords(text);
  return labels.findIndex(
    (label) => plain.includes(`✅ ${label}`) || plain.includes(`${label} (right answer`),
  );
}

/** Without Discord's markup. */
export const inPlainWords = (text: string): string => text.replaceAll('**', '').replace(/\\(?=\W)/g, '');

/** The round that a button answers, if it does. */
export function roundOf(token: string): string | undefined {
  const decoded = decodeToken(token);
  return decoded?.do === 'answer' ? decoded.round : undefined;
}
