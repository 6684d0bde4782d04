/** An invented story of as many claims and questions as a test needs, and the bot that knows no other. */
import { buildLibrary, type Library } from '../../../src/core/dataset/library.ts';
import {
  Article,
  Claim,
  Disagreement,
  Entity,
  PackInfo,
  Question,
  Topic,
} from '../../../src/core/dataset/schema.ts';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import type { OpenQuestion } from '../../../src/core/ports/store.ts';
import { createBot } from '../../../src/core/requests/bot.ts';
import type { CommandServices } from '../../../src/core/requests/command.ts';
import type { World } from '../../fakes/world.ts';
import { article, claim, entity, pack, question, topics } from '../dataset/story.ts';

export type Part = Readonly<Record<string, unknown>>;

export const claimOf = (id: string, text: string, more: Part = {}): Claim =>
  Claim.parse({ ...claim, id, text, ...more });

/** A question whose answer rests on claims; its wrong options and payoff say nothing, unless told otherwise. */
export const questionOf = (
  id: string,
  prompt: string,
  answer: string,
  claims: readonly string[],
  more: Part = {},
): Question =>
  Question.parse({
    ...question,
    payoff: 'That is all there is.',
    wrong: ['One', 'Two', 'Three'].map((text) => ({ text, because: 'It is not that.' })),
    ...{ id, prompt, right: { text: answer, claims } },
    ...more,
  });

/** So many questions of which none has to do with another: a place may have them all open. */
export function busyHarbour(size: number): Library {
  const each = Array.from({ length: size }, (_, at) => at);
  return harbour(
    each.map((at) => claimOf(`moored-${at}`, `Skipper Quill${at} moored the Kestrel${at} at Berth${at}.`)),
    each.map((at) =>
      questionOf(
        `q-moored-${at}`,
        `What did Quill${at} moor at Berth${at}?`,
        `Kestrel${at}`,
        [`moored-${at}`],
        {
          wrong: ['Heron', 'Plover', 'Dunlin'].map((text) => ({ text: `${text}${at}`, because: '' })),
        },
      ),
    ),
  );
}

export function harbour(
  claims: readonly Claim[],
  questions: readonly Question[],
  disagreements: readonly Part[] = [],
  articles: readonly Part[] = [article],
  entities: readonly Part[] = [entity],
): Library {
  return buildLibrary([
    {
      info: PackInfo.parse(pack),
      topics: topics.map((topic) => Topic.parse(topic)),
      articles: articles.map((one) => Article.parse(one)),
      entities: entities.map((one) => Entity.parse(one)),
      events: [],
      claims,
      disagreements: disagreements.map((one) => Disagreement.parse(one)),
      questions,
      leftOut: [],
      released: [],
      origin: new Map(),
    },
  ]);
}

/** The library with every question renamed, as a release does that gives them better ids. */
export const renamed = (library: Library): Library =>
  buildLibrary(
    library.packs.map((one) => ({
      ...one,
      questions: one.questions.map((was) => ({ ...was, id: `new-${was.id}`, formerly: [was.id] })),
    })),
  );

/** The world’s services with another dataset, as after a new release on the same database. */
export function withLibrary(world: World, library: Library) {
  const services: CommandServices = { ...world.services, library, search: createFactSearch(library) };
  return { services, bot: createBot(services) };
}

/** The question, put to everyone and not yet revealed. */
export const openOf = ({ id, prompt, right, wrong }: Question, closesAt = 0): OpenQuestion => ({
  questionId: id,
  shown: { prompt, options: [right, ...wrong].map(({ text }) => text), right: 0 },
  closesAt,
});
