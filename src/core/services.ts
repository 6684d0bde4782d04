/** Everything the rules may use; built once by `src/app.ts`, and by the tests. */
import type { Knowledge } from './knowledge.ts';
import type { Clock } from './ports/clock.ts';
import type { Logger } from './ports/logger.ts';
import type { Queue } from './ports/queue.ts';
import type { Random } from './ports/random.ts';
import type { Store } from './ports/store.ts';
import type { Edits } from './quiz/edits.ts';
import type { Limits } from './requests/limits.ts';
import type { Speaker } from './speaker.ts';

/** Library and search are those of now: `asOfNow` (`knowledge.ts`) keeps them for as long as a request takes. */
export interface Services extends Knowledge {
  readonly privacy: Privacy;
  readonly store: Store;
  readonly queue: Queue;
  readonly edits: Edits;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly speaker: Speaker;
}

/** What people are told of how long answers are kept, and where whoever runs the bot says more. */
export interface Privacy {
  readonly days: number;
  readonly url: string | undefined;
}
