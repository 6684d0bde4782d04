/** What a person does with the bot in a place, on whichever platform it is. */
import type { Place } from '../../src/core/ids.ts';
import { encodeToken, type Token } from '../../src/core/requests/token.ts';
import type { World } from './world.ts';

export interface Actor {
  readonly place: Place;
  readonly user: string;
}

/** By the button's token, also where the button is gone: somebody's window may still show it. */
export async function press(
  { discord, slack }: World,
  { place, user }: Actor,
  message: string,
  pressed: Token,
): Promise<void> {
  const token = encodeToken(pressed);
  if (place.platform === 'discord')
    await discord.press({ user, guild: place.workspace, message, button: token, forged: true });
  else await slack.press({ channel: place.channel, ts: message, user, forgedValue: token });
}

export async function typeQuiz(
  { discord, slack }: World,
  { place, user }: Actor,
  options: { readonly questions: number; readonly seconds: number },
): Promise<void> {
  const { workspace: guild, channel } = place;
  if (place.platform === 'discord') await discord.command({ user, guild, channel, name: 'quiz', options });
  else
    await slack.command({
      ...{ channel, user, command: '/quiz' },
      text: `questions: ${options.questions} seconds: ${options.seconds}`,
    });
}

const GIVE_UP_MS = 2_500;

/** Whether it was acknowledged: what is done while the bot is away never is. */
export async function within(doing: Promise<void>, ms = GIVE_UP_MS): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  const done = doing.then(
    () => true,
    () => false,
  );
  const isTaken = await Promise.race([done, promise]);
  clearTimeout(timer);
  return isTaken;
}

/** Everything that one person was shown alone, with when: answers to what they did, and what the bot wrote them. */
export function toldTo({ discord, slack }: World, { place, user }: Actor): readonly Told[] {
  const isDiscord = place.platform === 'discord';
  const talk = isDiscord ? discord.talkWith(user) : `D${user}`;
  return (isDiscord ? discord : slack)
    .record()
    .filter(({ onlyFor, channel }) => onlyFor === user || channel === talk)
    .flatMap(({ versions, channel: where, mark }) =>
      versions.slice(-1).map(({ at, text }) => ({ at, text, channel: where, mark })),
    );
}

export interface Told {
  readonly at: number;
  readonly text: string;
  readonly channel: string;
  /** What the bot wrote them of its own accord has one. */
  readonly mark: string | undefined;
}
