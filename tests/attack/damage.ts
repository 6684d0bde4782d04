/** Takes a payload that is in order, and breaks it somewhere. */
import type { Dice } from './dice.ts';

type Container = Record<string, unknown> | unknown[];

/** One to three places in it are no longer as they should be. What was given stays whole. */
export function damage(payload: unknown, dice: Dice): unknown {
  const whole: { payload: unknown } = structuredClone({ payload });
  const spots = spotsIn(whole);
  for (let times = 1 + dice.whole(3); times > 0; times -= 1) strike(dice.pick(spots), dice);
  return whole.payload;
}

function strike({ holder, key }: Spot, dice: Dice): void {
  const set = (value: unknown) => Reflect.set(holder, key, value);
  const before: unknown = Reflect.get(holder, key);
  const how = dice.pick(['gone', 'odd', 'odd', 'listed', 'nested', 'longer', 'more'] as const);
  if (how === 'gone') Reflect.deleteProperty(holder, key);
  if (how === 'odd') set(dice.pick(ODD)(dice));
  if (how === 'listed') set([before, before]);
  if (how === 'nested') set({ [key]: before, toString: 1, __proto__: { admin: true } });
  if (how === 'longer') set(typeof before === 'string' ? before + dice.text(12_000) : before);
  if (how === 'more' && typeof before === 'object' && before !== null)
    Reflect.set(before, dice.pick(['type', 'name', 'id', 'value', 'constructor']), dice.pick(ODD)(dice));
}

interface Spot {
  readonly holder: Container;
  readonly key: string;
}

function spotsIn(holder: Container): Spot[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? spotsIn(value as Container) : []),
  ]);
}

const ODD: readonly ((dice: Dice) => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => '',
  () => [],
  () => ({}),
  () => '\0',
  () => '\uD800',
  () => deep(2_000),
  () => Array.from({ length: 5_000 }, () => ({})),
  () => JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1}}'),
  (dice) => dice.whole(100),
  (dice) => dice.text(12_000),
];

function deep(levels: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < levels; level += 1) inner = level % 2 === 0 ? [inner] : { a: inner };
  return inner;
}
