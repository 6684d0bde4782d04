/** One command and one press through the core alone, with the shipped dataset and a database file. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Place, placeOf, playerOf } from '../src/core/ids.ts';
import { putQuestion } from '../src/core/quiz/question.ts';
import { createBot } from '../src/core/requests/bot.ts';
import type { Origin, RawArgs } from '../src/core/requests/request.ts';
import { encodeToken } from '../src/core/requests/token.ts';
import type { Services } from '../src/core/services.ts';
import { openStore } from '../src/store/open.ts';
import { createRecordingPlatform } from '../tests/fakes/recording-platform.ts';
import { createServices, shippedLibrary, subjectNames } from './dataset.ts';
import { figure, type Row } from './report.ts';
import { withScratch } from './scratch.ts';
import { timeEach, timesOf } from './timing.ts';

/** The target of a whole request over HTTP, signature check (170 µs) included: 1.5 × the bare server's 269 µs. */
const REQUEST_US = 404;

const CALLS = 1_500;
const ROUNDS = 15;

export const measureRequests = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const store = await openStore(join(folder, 'bot.sqlite'));
    const library = await shippedLibrary();
    const services = createServices(library, store, createRecordingPlatform());
    const bot = createBot(services);
    const place = placeOf('test', 'W1', 'C1');
    const names = subjectNames(library, 40);
    const asks = (named: (call: number) => RawArgs) =>
      timeEach([...Array(CALLS).keys()], (call) =>
        bot.handle({
          kind: 'command',
          command: 'fact',
          input: { named: named(call) },
          origin: from(place, 'ada'),
        }),
      );
    const anything = await asks(() => ({}));
    const about = await asks((call) => ({ about: names[call % names.length] ?? '' }));
    const presses = await openRounds(services, place);
    const answers = () =>
      timeEach(presses, ({ token, user }) => bot.handle({ kind: 'press', token, origin: from(place, user) }));
    const first = await answers();
    const again = await answers();
    await store.close();
    return [
      row('`/fact`', anything),
      row('`/fact about: <name>`', about),
      row('an answer’s button, first press', first),
      row('an answer’s button, pressed again', again),
    ];
  });

function row(what: string, took: readonly number[]): Row {
  const { p50, p99 } = timesOf(took);
  return {
    what: `${what}, p50 / p99`,
    measured: `${figure(p50)} / ${figure(p99)} µs`,
    against: `p50 ≤ ${REQUEST_US} µs: the target of a whole request, 1.5 × 269 µs`,
    within: p50 <= REQUEST_US,
  };
}

const from = (place: Place, user: string): Origin => ({
  place,
  player: playerOf(place.platform, place.workspace, user),
  requestId: randomUUID(),
  manages: async () => ({ ok: false, fix: '' }),
  mayPost: async () => ({ ok: true }),
  zone: async () => undefined,
});

/** Rounds that stay open, and the presses of a hundred people on each. */
async function openRounds({ store, library, random, clock }: Services, place: Place) {
  const [question] = library.questions.values();
  if (!question) throw new Error('the dataset has no question');
  const starter = playerOf('test', 'W1', 'ada');
  const startedAt = clock.now();
  const quiz = { id: 'quiz', place, starter, topic: '', total: ROUNDS, secondsPerRound: 300, startedAt };
  await store.createQuiz({ ...quiz, isPrivate: false, state: 'running' });
  const ids = [...Array(ROUNDS).keys()].map((number) => ({ number, id: random.id() }));
  for (const { id, number } of ids)
    await store.openRound({
      ...{ id, place, questionId: question.id, shown: putQuestion(question, random) },
      ...{ openedAt: startedAt, closesAt: startedAt + 600_000, belongsTo: { quiz: 'quiz', number } },
      isPrivate: false,
    });
  return ids.flatMap(({ id }) =>
    [...Array(CALLS / ROUNDS).keys()].map((at) => ({
      token: encodeToken({ do: 'answer', round: id, option: at % 2 }),
      user: `player-${at}`,
    })),
  );
}
