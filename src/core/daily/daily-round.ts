/** Which question a daily asks, and for how long: its round tells no answer that others around it still wait for. */
import type { Question } from '../dataset/schema.ts';
import type { Daily, Delivery, Round } from '../ports/store.ts';
import { openRound } from '../quiz/open-round.ts';
import { type Secrets, secretsAround } from '../quiz/secrets/secrets.ts';
import { questionsFor } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { drawDaily, planAgain } from './draw.ts';
import { type Nothing, nothingToAsk, nothingToText } from './nothing-to-ask.ts';
import { describeRun } from './zone.ts';

const HOUR_MS = 3_600_000;

/**
 * elsewhere: another process opened it a moment ago. none: there is nothing to ask; `reason` for the status, `fix` for
 * whoever waits.
 */
export type OpenedDaily =
  | { readonly status: 'opened'; readonly round: Round }
  | { readonly status: 'elsewhere' }
  | { readonly status: 'none'; readonly reason: string; readonly fix: string };

export async function openDailyRound(
  services: Services,
  daily: Daily,
  delivery: Delivery,
): Promise<OpenedDaily> {
  const { place, revealAfterHours, zone, setBy } = daily;
  const fitting = await questionsFor(services, daily);
  if (fitting.length === 0) return noneFits((await nothingToAsk(services, daily)) ?? CHANGED);
  const secrets = await secretsAround(services, { place, player: setBy });
  const candidates = delivery.byHand ? secrets.askable(fitting).left : bestOf(secrets, fitting);
  const now = services.clock.now();
  const draw = { localDate: delivery.localDate, order: candidates, fitting };
  const question = await drawDaily(services, place, draw);
  if (!question) return allNear(secrets, fitting, { now, zone });
  const round = await openRound(services, {
    ...{ place, question, belongsTo: { delivery: delivery.id }, isPrivate: false },
    openForMs: Math.max(revealAfterHours * HOUR_MS, (secrets.withheldUntil(question) ?? now) - now),
  });
  if (round) return { status: 'opened', round };
  await planAgain(services, place, question.id);
  return { status: 'elsewhere' };
}

/** What is due has to come: where all that fits is open nearby, it is better asked twice than not at all. */
export function bestOf(secrets: Secrets, fitting: readonly Question[]): readonly Question[] {
  const others = fitting.filter((question) => !secrets.open.includes(question));
  return [secrets.askable(fitting).left, others].find(({ length }) => length > 0) ?? fitting;
}

/** Somebody chose something in the place between the two looks. */
const CHANGED: Nothing = { why: 'what is on here was being changed', fix: 'Try again in a minute.' };

const noneFits = (nothing: Nothing): OpenedDaily => ({
  status: 'none',
  reason: nothing.why,
  fix: nothingToText(nothing),
});

function allNear(
  { withheldUntil }: Secrets,
  fitting: readonly Question[],
  { now, zone }: { readonly now: number; readonly zone: string },
): OpenedDaily {
  const until = Math.min(...fitting.map((question) => withheldUntil(question) ?? now));
  const when = until > now ? `after ${describeRun(until, zone)}` : 'in a minute';
  return {
    status: 'none',
    reason: 'everything that fits came near a question that was open then',
    fix: `Everything that fits comes near a question that is open now. Try again ${when}.`,
  };
}
