/**
 * Every migration there is, in order: a static list, so that nothing depends on which files lie in a folder.
 * One that has been released is never changed; a new one gets the next number.
 */
import type { Migration } from 'kysely/migration';
import { start } from './0001-start.ts';
import { dailyCalendar } from './0002-daily-calendar.ts';
import { shown } from './0003-shown.ts';
import { boards } from './0004-boards.ts';
import { turns } from './0005-turns.ts';
import { answerMarks } from './0006-answer-marks.ts';
import { installations } from './0007-installations.ts';
import { tries } from './0008-tries.ts';
import { levels } from './0009-levels.ts';
import { questionCounts } from './0010-question-counts.ts';
import { settings } from './0011-settings.ts';
import { bareIds } from './0012-bare-ids.ts';
import { people } from './0013-people.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-start': start,
  '0002-daily-calendar': dailyCalendar,
  '0003-shown': shown,
  '0004-boards': boards,
  '0005-turns': turns,
  '0006-answer-marks': answerMarks,
  '0007-installations': installations,
  '0008-tries': tries,
  '0009-levels': levels,
  '0010-question-counts': questionCounts,
  '0011-settings': settings,
  '0012-bare-ids': bareIds,
  '0013-people': people,
};
