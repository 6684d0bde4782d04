/** A bot of which not all is found yet that answers are made of. */
import type { Bot } from '../core/requests/request.ts';

/**
 * Who asks at once after the start waits until all is found, also for proposals while they type; found at once, that would
 * hold up everybody, and acknowledgements with them: of a large pack for longer than Discord waits. Those go out meanwhile.
 */
export const patient = (bot: Bot, prepared: Promise<void>): Bot => ({
  ...bot,
  handle: async (request) => {
    await prepared;
    return bot.handle(request);
  },
  suggest: async (request) => {
    await prepared;
    return bot.suggest(request);
  },
});
