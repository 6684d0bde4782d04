/**
 * All that was found once, and what is attacked beyond that. People come first: a file is rewritten at once only for the first
 * of a minute who deletes their data.
 */
import { game } from './game.ts';
import { machine } from './machine.ts';
import { people } from './people.ts';
import { port } from './port.ts';
import type { Finding } from './scene.ts';
import { floods, words } from './words.ts';

export const findings: readonly Finding[] = [...people, ...game, ...port, ...words, ...machine, ...floods];
