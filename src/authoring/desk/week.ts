/** The next seven questions that a new channel would be asked, with their cards. */
import { daysAfter } from '../../core/daily/calendar.ts';
import { chooseDaily, type DailyMemory, fittest, recallNext } from '../../core/daily/draw.ts';
import { buildLibrary, type Library } from '../../core/dataset/library.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { bareId } from '../../core/dataset/scope.ts';
import { formatDate } from '../../core/dates.ts';
import { shuffle } from '../../core/ports/random.ts';
import { placedIn, refOf } from './placed.ts';
import { showQuestion, steady } from './previews/cards.ts';
import { dateOf, type Showing } from './previews/show.ts';
import type { Snapshot } from './snapshot.ts';
import type { Day, Week } from './wire.ts';

const DAYS = 7;

export function weekOf(now: Snapshot, showing: Showing): Week {
  const { pack } = now.records;
  if (pack === undefined)
    return { days: [], pool: 0, said: 'The pack does not hold together yet: mend what is listed first.' };
  const library = buildLibrary([pack]);
  const fitting = [...library.questions.values()].filter(({ fit }) => fit !== 'topic');
  if (fitting.length === 0)
    return { days: [], pool: 0, said: 'There is no question yet that a channel could be asked: accept one.' };
  const placed = new Map(
    placedIn(now).flatMap((one) => (one.kind === 'question' ? [[one.id, one] as const] : [])),
  );
  const days = drawn(library, fitting, dateOf(showing.now())).flatMap(
    ({ date, question }): readonly Day[] => {
      const entry = placed.get(bareId(question.id));
      if (entry === undefined) return [];
      const heading = `Daily question, ${formatDate(date)}`;
      return [{ date, question: refOf(entry), ...showQuestion(showing, library, question, heading, date) }];
    },
  );
  return { days, pool: fittest(fitting).length };
}

interface Drawn {
  readonly date: string;
  readonly question: Question;
}

/** Day by day, each as if those before it had been asked; the same ones whenever somebody looks. */
function drawn(library: Library, fitting: readonly Question[], first: string): readonly Drawn[] {
  const order = shuffle(fitting, steady(first));
  let memory: DailyMemory = {
    ...{ library, asked: [], isMissed: () => false },
    difficultyOf: ({ difficulty }) => difficulty,
  };
  const seen = new Set<string>();
  const days: Drawn[] = [];
  for (let date = first; days.length < DAYS; date = daysAfter(date, 1)) {
    const shown = { items: seen, last: days.at(-1)?.question.id, planned: [], leftOut: new Set<string>() };
    const taking = chooseDaily(memory, { localDate: date, order, fitting }, shown);
    const question = taking && library.question(taking.item);
    if (question === undefined || seen.has(question.id)) break;
    days.push({ date, question });
    seen.add(question.id);
    memory = recallNext(memory, date, question);
  }
  return days;
}
