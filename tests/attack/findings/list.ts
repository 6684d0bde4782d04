/** All that was found once, in the order of who found it; what is attacked beyond that comes last. */
import { game } from './game.ts';
import { machine } from './machine.ts';
import { people } from './people.ts';
import { port } from './port.ts';
import type { Finding } from './scene.ts';
import { floods, words } from './words.ts';

export const findings: readonly Finding[] = [...game, ...port, ...words, ...people, ...machine, ...floods];
