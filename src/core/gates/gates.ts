/** Every gate there is, in the order of the report. */
import type { Gate, SourceGate } from './gate.ts';

export const gates: readonly Gate[] = [];

/** Run where local copies of the articles are given. */
export const sourceGates: readonly SourceGate[] = [];
