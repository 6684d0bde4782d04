import type { Clock } from '../core/ports/clock.ts';
import type { Finding } from './finding.ts';
export const examine = async (_: unknown): Promise<readonly Finding[]> => [];
export const sparingly = (_: Clock, run: () => Promise<readonly Finding[]>) => run;
