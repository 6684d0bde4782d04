/** What is measured runs on the shipped dataset, on real clocks and real chance, and keeps no log. */
import { commands } from '../commands/registry.ts';
import type { Card } from '../src/core/cards/card.ts';
import type { Library } from '../src/core/dataset/library.ts';
import { factCard } from '../src/core/facts/fact-card.ts';
import { createFactSearch } from '../src/core/facts/search.ts';
import type { Platform } from '../src/core/ports/platform.ts';
import type { Store } from '../src/core/ports/store.ts';
import { createEdits } from '../src/core/quiz/edits.ts';
import type { CommandServices } from '../src/core/requests/command.ts';
import { createLimits } from '../src/core/requests/limits.ts';
import { createSpeaker } from '../src/core/speaker.ts';
import { loadLibrary } from '../src/packs/read.ts';
import { createInProcessQueue } from '../src/queue/in-process.ts';
import { systemClock, systemRandom } from '../src/system.ts';

export const shippedLibrary = (): Promise<Library> => loadLibrary('data');

const nothing = () => {};
const logger = { debug: nothing, info: nothing, warn: nothing, error: console.error };

export function createServices(library: Library, store: Store, platform: Platform): CommandServices {
  const clock = systemClock;
  const speaker = createSpeaker([platform]);
  return {
    library,
    search: createFactSearch(library),
    store,
    queue: createInProcessQueue({ clock, logger }),
    edits: createEdits({ clock, speaker, logger }),
    limits: createLimits(clock),
    clock,
    random: systemRandom,
    logger,
    speaker,
    commands,
    privacy: { days: 400, url: undefined },
  };
}

/** A card of the usual size, for the floors that answer without a core. */
export async function anyFactCard(): Promise<Card> {
  const library = await shippedLibrary();
  const [subject] = createFactSearch(library).subjects('', 1);
  const claim = subject?.claims[0];
  if (!claim) throw new Error('the dataset is empty');
  return factCard(library, claim, '');
}

/** Names that people would type, those with most facts first. */
export const subjectNames = (library: Library, count: number): readonly string[] =>
  createFactSearch(library)
    .subjects('', count)
    .map(({ name }) => name);
