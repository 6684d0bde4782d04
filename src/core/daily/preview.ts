/** The questions that come, for whoever manages a place: read ahead without their answers, left out, or put first. */
import { type Card, type Choice, type Inline, type PlainBlock, plainCard, say } from '../cards/card.ts';
import { clip } from '../cards/clip.ts';
import type { Question } from '../dataset/schema.ts';
import type { Daily } from '../ports/store.ts';
import { attributionOf } from '../quiz/attribution.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { nothingToAsk, nothingToText } from './nothing-to-ask.ts';
import { type Coming, lookAhead } from './plan.ts';
import { isOut, todayOf } from './skip.ts';
import { dateOfRun, describeRun, weekdayOf } from './zone.ts';

/** As far ahead as the buttons of one message reach. */
export const MOST_DAYS = 7;

/** Stands for where a question was planned that was not: one that was asked already. */
const NOT_PLANNED = 99;

/** What was pressed, and on a list of how many days. */
export interface Pressed {
  readonly question: string;
  readonly days: number;
}

export async function previewDaily(services: Services, origin: Origin, days: number): Promise<Card> {
  const daily = await dailySet(services, origin);
  if (!daily) return NONE_SET;
  const coming = await lookAhead(services, daily, { player: origin.player, days });
  return listed(services, daily, { coming, days });
}

/** Leaves it out in the place for good, until somebody takes it back. */
export async function skipQuestion(services: Services, origin: Origin, pressed: Pressed): Promise<Card> {
  const { store, library, clock } = services;
  const { place, player } = origin;
  const { days } = pressed;
  const daily = await dailySet(services, origin);
  const question = library.question(pressed.question);
  if (!daily) return NONE_SET;
  if (!question) return GONE;
  const at = (await store.planOf(place)).findIndex((id) => library.question(id) === question);
  await store.leaveOut(place, 'question', question.id, clock.now());
  const coming = await lookAhead(services, daily, { player, days });
  const [latest] = await store.dailiesAsked(place, 1);
  const isAsked = latest !== undefined && library.question(latest.questionId) === question;
  const text = isAsked
    ? ['It was asked here already; from now on it is left out in this channel: ', titled(question)]
    : ['Left out in this channel: ', titled(question)];
  const undo: Choice = {
    label: 'Undo',
    spoken: 'Undo: ask it after all',
    token: { do: 'unskip', question: question.id, days, at: at < 0 ? NOT_PLANNED : at },
    style: 'plain',
  };
  const said: readonly PlainBlock[] = [
    { type: 'text', text },
    { type: 'choices', choices: [undo] },
  ];
  return listed(services, daily, { coming, days, said });
}

/** Takes back that it was left out; it stands again where it stood, if it was planned. */
export async function unskipQuestion(
  services: Services,
  origin: Origin,
  pressed: Pressed & { readonly at: number },
): Promise<Card> {
  const { store, library } = services;
  const { days, at } = pressed;
  const daily = await dailySet(services, origin);
  const question = library.question(pressed.question);
  if (!daily) return NONE_SET;
  if (!question) return GONE;
  const { questions } = await store.settingsOf(origin.place);
  const left = questions.filter((id) => library.question(id) === question);
  for (const id of left) await store.takeBack(origin.place, 'question', id);
  const change = (planned: readonly string[]) =>
    planned.filter((id) => library.question(id) !== question).toSpliced(at, 0, question.id);
  const isBack = left.length > 0;
  const look = { player: origin.player, days, ...(isBack && at !== NOT_PLANNED && { change }) };
  const coming = await lookAhead(services, daily, look);
  const text = [isBack ? 'It may be asked here again: ' : 'It is not left out here: ', titled(question)];
  return listed(services, daily, { coming, days, said: [{ type: 'text', text }] });
}

/** Puts it before all others that are planned. */
export async function askFirst(services: Services, origin: Origin, pressed: Pressed): Promise<Card> {
  const { library } = services;
  const { days } = pressed;
  const daily = await dailySet(services, origin);
  if (!daily) return NONE_SET;
  const question = library.question(pressed.question);
  const isIt = (id: string) => question !== undefined && library.question(id) === question;
  let isPlanned = false;
  const coming = await lookAhead(services, daily, {
    player: origin.player,
    days,
    change: (planned) => {
      isPlanned = planned.some(isIt);
      return [...planned.filter(isIt), ...planned.filter((id) => !isIt(id))];
    },
  });
  const at = coming.findIndex((one) => one.question === question);
  const text =
    isPlanned && question
      ? [await whenItComes(services, daily, coming[at]?.run, at), titled(question)]
      : ['That question is not among those to come any more, so nothing was changed.'];
  return listed(services, daily, { coming, days, said: [{ type: 'text', text }] });
}

async function dailySet({ store }: Services, { place }: Origin): Promise<Daily | undefined> {
  const daily = await store.findDaily(place);
  return daily?.state === 'off' ? undefined : daily;
}

const NONE_SET = say(
  'problem',
  'No daily question is set here, so none is to come. Set one with ',
  { code: '/daily set 09:00' },
  '.',
);

const GONE = say(
  'problem',
  'That question is not asked any more. ',
  { code: '/daily next' },
  ' shows those to come.',
);

const titled = ({ prompt }: Question): Inline => ({ italic: clip(prompt, 100) });

/** `at`: which of those to come it is; from 0. */
async function whenItComes(
  services: Services,
  daily: Daily,
  run: number | undefined,
  at: number,
): Promise<string> {
  if (run === undefined) return 'It comes near a question that is open now, so it comes later: ';
  if (rests(daily)) return 'The daily question is paused. Once it goes on, this one comes first: ';
  const today = todayOf(services, daily);
  const when = describeRun(run, daily.zone);
  if (dateOfRun(run, daily) === today) return `It comes today, at ${daily.time} (${daily.zone}): `;
  if (at > 0) return `It comes near a question that is open until then, so it comes on ${when}: `;
  return (await isOut(services, daily.place, today))
    ? `Today’s question is out already, so it comes on ${when}: `
    : `No question comes today, so it comes on ${when}: `;
}

/** It goes on only when somebody says so, so that nobody knows when a question comes. */
const rests = ({ state, pausedUntil }: Daily): boolean => state === 'paused' && pausedUntil === undefined;

interface List {
  readonly coming: readonly Coming[];
  readonly days: number;
  /** What became of the press. */
  readonly said?: readonly PlainBlock[];
}

async function listed(services: Services, daily: Daily, { coming, days, said = [] }: List): Promise<Card> {
  if (coming.length === 0)
    return plainCard('problem', ...said, { type: 'text', text: [await whyNone(services, daily)] });
  const today = todayOf(services, daily);
  const isToday = coming[0] !== undefined && !rests(daily) && dateOfRun(coming[0].run, daily) === today;
  return plainCard(
    'neutral',
    {
      type: 'heading',
      text: coming.length === 1 ? 'The next daily question' : `The next ${coming.length} daily questions`,
    },
    ...said,
    ...coming.map((one, at) => questionBlock(services, daily, one, { at, today })),
    { type: 'choices', choices: coming.flatMap((one, at) => skipChoice(one, at, days)) },
    { type: 'choices', choices: coming.flatMap((one, at) => firstChoice(one, at, { days, isToday })) },
    { type: 'note', text: [notes(daily, coming.length, days)] },
  );
}

function questionBlock(
  { library }: Services,
  daily: Daily,
  { question, run, isWithheld }: Coming,
  { at, today }: { readonly at: number; readonly today: string },
): PlainBlock {
  const date = dateOfRun(run, daily);
  const when = rests(daily) ? '' : ` · ${date === today ? 'Today' : weekdayOf(date)}`;
  const head = { bold: `${at + 1}${when}` };
  if (isWithheld)
    return {
      type: 'text',
      text: [head, '\nIt comes near a question that is open now, so it is not shown yet.'],
    };
  const attribution = attributionOf(library, question);
  return {
    type: 'text',
    text: [
      head,
      ...(attribution === undefined ? [] : [' · ', { italic: attribution }]),
      `\n${question.prompt}\n`,
      { italic: optionsOf(question).join(' · ') },
    ],
  };
}

/** In an order that tells nothing about which is right. */
function optionsOf({ kind, right, wrong }: Question): readonly string[] {
  const texts = [right, ...wrong].map(({ text }) => text);
  const sorted = texts.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return kind === 'true-false' ? sorted.toReversed() : sorted;
}

const skipChoice = ({ question, isWithheld }: Coming, at: number, days: number): readonly Choice[] =>
  isWithheld
    ? []
    : [
        {
          label: `Skip ${at + 1}`,
          spoken: `Skip ${at + 1}: never ask it in this channel`,
          token: { do: 'skip', question: question.id, days },
          style: 'plain',
        },
      ];

/** The first comes first as it is. */
const firstChoice = (
  { question, isWithheld }: Coming,
  at: number,
  { days, isToday }: { readonly days: number; readonly isToday: boolean },
): readonly Choice[] =>
  isWithheld || at === 0
    ? []
    : [
        {
          label: `Ask ${at + 1} ${isToday ? 'today' : 'next'}`,
          token: { do: 'ask-first', question: question.id, days },
          style: 'plain',
        },
      ];

function notes(daily: Daily, shown: number, wanted: number): string {
  const [these, come, they] = shown === 1 ? ['this one', 'comes', 'It'] : ['these', 'come', 'They'];
  const when = rests(daily)
    ? `The daily question is paused; ${these} ${come} once it goes on.`
    : `${they} ${come} at ${daily.time} (${daily.zone}).`;
  const others = shown === 1 ? 'is no other' : 'are no others';
  const end = shown < wanted ? ` There ${others}: after ${these} it starts over.` : '';
  return `${when}${end} Only you see this. What you skip is left out in this channel for good.`;
}

async function whyNone(services: Services, daily: Daily): Promise<string> {
  const nothing = await nothingToAsk(services, daily);
  return nothing
    ? nothingToText(nothing)
    : 'All that fits comes near a question that is open now. Look again once it is revealed.';
}
