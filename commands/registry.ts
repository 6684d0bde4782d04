/** All commands, in the order in which help shows them. A test compares this list with the folder. */
import type { Command } from '../src/core/requests/command.ts';
import { daily } from './daily.ts';
import { fact } from './fact.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { mydata } from './mydata.ts';
import { packs } from './packs.ts';
import { quiz } from './quiz.ts';
import { sources } from './sources.ts';

export const commands: readonly Command[] = [fact, quiz, daily, packs, leaderboard, sources, mydata, help];
