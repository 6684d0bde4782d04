/** Chance with a seed, in the forms in which an attacker needs it. */
import { createSeededRandom } from '../fakes/random.ts';
import { NASTY } from '../growth/nasty.ts';

export interface Dice {
  /** 0 to `below` - 1. */
  whole(below: number): number;
  chance(of: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** At most so long: what people type, what they do not, and what has cost parsers their square. */
  text(most: number): string;
}

/** What means something somewhere. */
const WORDS = [
  ...['Kanye West', 'kim', 'trump', 'prison', 'all', 'off', 'on', 'mixed', 'hard', 'everywhere', 'confirm'],
  ...[
    '09:00',
    '25:00',
    'Europe/Vienna',
    'utc+14',
    '2026-12-24',
    'mon-fri',
    'never',
    '10 questions 300 seconds',
  ],
  ...[
    '<@U1>',
    '<!channel>',
    '<https://evil.example|x>',
    '@everyone',
    '<@&1>',
    '<#C1|x>',
    '&lt;b&gt;',
    '**a**',
  ],
  ...[
    'topic: x pack: y',
    'questions: 5',
    'zone: a/b',
    "'; drop table answers; --",
    '{{7*7}}',
    '$' + '{7*7}',
    '%00',
  ],
  ...[
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    '<script>alert(1)</script>',
    '\u202Eabc',
    '\0',
  ],
] as const;

export function createDice(seed: number): Dice {
  const random = createSeededRandom(seed);
  const whole = (below: number) => Math.floor(random.next() * below);
  const chance = (of: number) => random.next() < of;
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  const nasty = Object.values(NASTY);
  return {
    ...{ whole, chance, pick },
    text: (most) => {
      if (chance(0.5)) return pick(WORDS).slice(0, most);
      if (chance(0.3))
        return Array.from({ length: 1 + whole(4) }, () => pick(WORDS))
          .join(' ')
          .slice(0, most);
      return pick(nasty)(2 + whole(most)).slice(0, most);
    },
  };
}
