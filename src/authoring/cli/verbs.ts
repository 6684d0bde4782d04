/** Every verb there is, in the order in which an author comes to need them. */
import type { Verb } from './verb.ts';
import { addVerb } from './verbs/add.ts';
import { briefVerb } from './verbs/brief.ts';
import { checkVerb } from './verbs/check.ts';
import { coverageVerb } from './verbs/coverage.ts';
import { draftVerb } from './verbs/draft.ts';
import { exportVerb } from './verbs/export.ts';
import { importVerb } from './verbs/import.ts';
import { installVerb } from './verbs/install.ts';
import { newVerb } from './verbs/new.ts';
import { panelVerb } from './verbs/panel.ts';
import { releaseVerb } from './verbs/release.ts';
import { schemaVerb } from './verbs/schema.ts';
import { shareVerb } from './verbs/share.ts';
import { statsVerb } from './verbs/stats.ts';
import { syncVerb } from './verbs/sync.ts';
import { takeVerb } from './verbs/take.ts';
import { watchVerb } from './verbs/watch.ts';

export const verbs: readonly Verb[] = [
  ...[newVerb, watchVerb, addVerb, draftVerb, briefVerb, takeVerb, importVerb],
  ...[checkVerb, syncVerb, shareVerb, installVerb, exportVerb],
  ...[statsVerb, coverageVerb, panelVerb, releaseVerb, schemaVerb],
];
