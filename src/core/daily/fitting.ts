/** What a daily may ask: of what is on in its place and not left out there, what fits its topic. */
import type { Question } from '../dataset/schema.ts';
import type { Daily } from '../ports/store.ts';
import { questionsNamed } from '../quiz/draw.ts';
import { questionsAbout } from '../quiz/select.ts';
import type { Services } from '../services.ts';

export async function fittingDaily(
  services: Services,
  { place, topic }: Pick<Daily, 'place' | 'topic' | 'pack'>,
): Promise<readonly Question[]> {
  const { questions, topics } = await services.store.settingsOf(place);
  const leftOut = new Set(questionsNamed(services.library, questions));
  return questionsAbout(services, topic).filter(
    (question) => !leftOut.has(question) && !topics.includes(question.topic),
  );
}
