/** What is stored about somebody, and what deleting it does, in words for them and for whoever does it for them. */
import type { AccountRecord } from '../ports/store.ts';
import { placesIn } from './stored.ts';

/** “2 answers, 1 quiz and 1 daily question”; empty where only a wish is kept. */
export const amountOf = (record: AccountRecord): string =>
  listed([...answersIn(record), ...ordersIn(record)]);

export interface Removal {
  /** “delete 1 answer, with points and streaks” */
  readonly would: string;
  /** “1 answer is deleted, with points and streaks” */
  readonly did: string;
}

/** What belongs to a place as well stays there without the person. `whose`: “your”, “their”. */
export function removalOf(record: AccountRecord, whose: string): Removal {
  const orders = ordersIn(record);
  const hasPointsAlone = record.answers.length === 0 && record.standings.length > 0;
  const halves = [
    ...answersIn(record).map((answers) => ({
      would: `delete ${answers}, with points and streaks`,
      did: `${answers} ${record.answers.length === 1 ? 'is' : 'are'} deleted, with points and streaks`,
    })),
    ...(hasPointsAlone ? [{ would: `delete ${whose} points`, did: `${whose} points are deleted` }] : []),
    ...(orders.length === 0
      ? []
      : [
          {
            would: `take ${whose} user id off ${listed(orders)}`,
            did: `${whose} user id is off ${listed(orders)}`,
          },
        ]),
  ];
  const both = (half: keyof Removal) => halves.map((one) => one[half]).join(', and ');
  return { would: both('would'), did: both('did') };
}

/** “, in 2 places”; empty where there is one only. */
export const inPlaces = (record: AccountRecord): string => {
  const places = placesIn(record);
  return places > 1 ? `, in ${places} places` : '';
};

const answersIn = ({ answers }: AccountRecord): readonly string[] => counted(answers.length, 'answer');

const ordersIn = ({ quizzes, dailies, messages }: AccountRecord): readonly string[] => [
  ...counted(quizzes.length, 'quiz', 'quizzes'),
  ...counted(dailies.length, 'daily question'),
  ...counted(messages.length, 'message'),
];

const counted = (count: number, one: string, several = `${one}s`): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];

const listed = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);
