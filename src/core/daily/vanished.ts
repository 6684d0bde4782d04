/** What became of the daily questions after the packs were read: whose pack or topic is gone, its setter is told. */
import { type Card, plainCard } from '../cards/card.ts';
import type { Question } from '../dataset/schema.ts';
import type { Daily } from '../ports/store.ts';
import { questionsAbout } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { allowedBy } from '../settings/allowed.ts';
import { type Nothing, noteNothing, nothingBy } from './nothing-to-ask.ts';
import { tellSetter } from './notice.ts';

/**
 * At the start and after each reload. Of several processes one notes it, and tells who set it, once; what fits again
 * loses the note. Never rejects: what it could not do it does next time.
 */
export async function noteVanished(services: Services): Promise<void> {
  const { store, speaker, logger } = services;
  const nothingIn = nothingOncePerChoice(services);
  try {
    const reached = speaker.platforms();
    const dailies = (await store.dailiesAfter(0)).filter(
      ({ state, place }) => state === 'on' && reached.includes(place.platform),
    );
    for (const daily of dailies) {
      const nothing = await nothingIn(daily);
      const isNoted = await noteNothing(services, daily, nothing);
      if (!nothing || !isNoted || daily.reason !== '') continue;
      logger.warn('daily-has-nothing-to-ask', { daily: daily.id, ...daily.place, why: nothing.why });
      await tell(services, daily, nothing);
    }
  } catch (error) {
    logger.error('dailies-not-looked-at', { error });
  }
}

/** Many places order and choose the same but for single questions, which are looked through for each. */
function nothingOncePerChoice({ library, search, store }: Services) {
  const known = new Map<string, readonly Question[]>();
  return async ({ place, topic, pack }: Daily): Promise<Nothing | undefined> => {
    const settings = await store.settingsOf(place);
    const key = JSON.stringify([topic, pack, settings.packs, settings.topics]);
    const allowed = () => allowedBy(library, { ...settings, questions: [] }, pack);
    const askable = known.get(key) ?? questionsAbout({ library, search }, topic, allowed());
    known.set(key, askable);
    const leftOut = new Set(settings.questions.map(library.question));
    return askable.some((question) => !leftOut.has(question))
      ? undefined
      : nothingBy({ library, search }, settings, { topic, pack });
  };
}

/** Where nothing at all can be asked, only whoever runs the bot can help, and the status says so. */
async function tell(services: Services, daily: Daily, nothing: Nothing): Promise<void> {
  if (services.library.questions.size === 0) return;
  // It is sent once: no other try has the same key.
  await tellSetter(services, daily, `nothing-${services.random.id()}`, vanishedCard(daily, nothing));
}

const vanishedCard = ({ time, zone, place }: Daily, { why, fix }: Nothing): Card =>
  plainCard(
    'problem',
    { type: 'heading', text: 'The daily question that you set has nothing to ask' },
    {
      type: 'text',
      text: [
        `What you set for ${time} (${zone}) in the channel `,
        { channel: place.channel },
        ` cannot be asked any more: ${why}.`,
      ],
    },
    { type: 'text', text: [{ bold: 'What to do: ' }, `${fix} Type it in that channel.`] },
    { type: 'note', text: ['Until then no question comes there. Streaks are kept.'] },
  );
