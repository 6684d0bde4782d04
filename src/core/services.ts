/** Everything the rules may use; built once by `src/app.ts`, and by the tests. */

import type { Card } from './cards/card.ts';
import type { Library } from './dataset/library.ts';
import type { FactSearch } from './facts/search.ts';
import type { MessageRef, Place, PlatformId, Player } from './ids.ts';
import type { Clock } from './ports/clock.ts';
import type { Logger } from './ports/logger.ts';
import type { Capabilities, EditOutcome, FindOutcome, PostOutcome, Sought } from './ports/platform.ts';
import type { Queue } from './ports/queue.ts';
import type { Random } from './ports/random.ts';
import type { Store } from './ports/store.ts';
import type { Edits } from './quiz/edits.ts';
import type { Pace } from './requests/pace.ts';

export interface Services {
  readonly library: Library;
  readonly search: FactSearch;
  readonly store: Store;
  readonly queue: Queue;
  readonly edits: Edits;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly speaker: Speaker;
}

/** Posts, edits and looks on whichever platform a place belongs to. */
export interface Speaker {
  /** Those that can be spoken on; other processes have what is due elsewhere. */
  platforms(): readonly PlatformId[];
  post(place: Place, card: Card, key: string, under?: MessageRef): Promise<PostOutcome>;
  find(place: Place, sought: Sought): Promise<FindOutcome>;
  tell(player: Player, card: Card, key: string): Promise<PostOutcome>;
  edit(message: MessageRef, card: Card): Promise<EditOutcome>;
  capabilities(platform: PlatformId): Capabilities;
  countsEverywhere(place: Place): boolean;
}
