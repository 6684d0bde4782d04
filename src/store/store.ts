/** The Store port over kysely: which function of this folder answers which verb. */
import { Fault } from '../core/errors.ts';
import type { Store } from '../core/ports/store.ts';
import { hide, isHidden, unhide, workspacesOf } from './accounts.ts';
import { answersOf, recordAnswer } from './answers.ts';
import { dailiesAsked } from './asked.ts';
import { readBoard } from './boards.ts';
import { isRestored, noteTakenUp } from './copies.ts';
import {
  dailiesAfter,
  dueDailies,
  findDaily,
  findDailyById,
  moveNextRun,
  noteDaily,
  oldestDue,
  resumeDaily,
  saveDaily,
  stopDaily,
  stopWorkspace,
} from './dailies.ts';
import * as deliveries from './deliveries.ts';
import { claimInstallation } from './installations.ts';
import * as left from './left.ts';
import { lastOutcomes } from './outcomes.ts';
import { deletePlayer, exportAccount, exportPlayer } from './people.ts';
import { movePlace } from './places.ts';
import { changePlan, planOf } from './plans.ts';
import { questionCounts } from './question-counts.ts';
import * as quizzes from './quizzes.ts';
import { sweep, takeRequest, tryWrite } from './requests.ts';
import { retire, takeChore } from './retention.ts';
import * as rounds from './rounds.ts';
import { scopeIds } from './scope-ids.ts';
import { shownIn, takeChosen } from './seen.ts';
import { choosePacks, leaveOut, settingsOf, takeBack } from './settings.ts';
import type { Db } from './tables.ts';
import { findTranscript, saveTranscript, transcriptOf } from './transcript.ts';
import { troubleOf, troubleWords } from './trouble.ts';
import { deleteAndWipe, finishWiping } from './wipe.ts';

/** Told of each call, once it is over. */
export type OnCall = (group: Group, seconds: number, failed: boolean) => void;

/** As the verbs stand together below. */
type Group = 'playing' | 'daily' | 'remembering' | 'retaining';

export function createStore(db: Db, onCall: OnCall = () => undefined): Store {
  const on = verbsOn(db, onCall);
  return {
    ...playing(on('playing')),
    ...daily(on('daily')),
    ...remembering(on('remembering')),
    ...retaining(on('retaining')),
    close: async () => {
      await finishWiping(db);
      await db.destroy();
    },
  };
}

type On = ReturnType<ReturnType<typeof verbsOn>>;

const playing = (on: On) => ({
  createQuiz: on(quizzes.createQuiz),
  findQuiz: on(quizzes.findQuiz),
  waitTurn: on(quizzes.waitTurn),
  beginQuiz: on(quizzes.beginQuiz),
  endQuiz: on(quizzes.endQuiz),
  quizzesIn: on(quizzes.quizzesIn),
  startsOf: on(quizzes.startsOf),
  openQuizzes: on(quizzes.openQuizzes),
  dueEndings: on(quizzes.dueEndings),
  takeEnding: on(quizzes.takeEnding),
  noteEnding: on(quizzes.noteEnding),
  openRound: on(rounds.openRound),
  findRound: on(rounds.findRound),
  attachMessage: on(rounds.attachMessage),
  moveRound: on(rounds.moveRound),
  recordAnswer: on(recordAnswer),
  closeRound: on(rounds.closeRound),
  discardRound: on(rounds.discardRound),
  takeRound: on(rounds.takeRound),
  noteRound: on(rounds.noteRound),
  voidRound: on(rounds.voidRound),
  openQuestions: on(rounds.openQuestions),
  markRevealed: on(rounds.markRevealed),
  answersOf: on(answersOf),
  dueRounds: on(rounds.dueRounds),
  unpostedRounds: on(rounds.unpostedRounds),
  unrevealedRounds: on(rounds.unrevealedRounds),
  unrevealedIn: on(rounds.unrevealedIn),
  roundsOfQuiz: on(rounds.roundsOfQuiz),
  roundOfDelivery: on(rounds.roundOfDelivery),
});

const daily = (on: On) => ({
  saveDaily: on(saveDaily),
  stopDaily: on(stopDaily),
  noteDaily: on(noteDaily),
  stopWorkspace: on(stopWorkspace),
  findDaily: on(findDaily),
  findDailyById: on(findDailyById),
  dueDailies: on(dueDailies),
  oldestDue: on(oldestDue),
  dailiesAfter: on(dailiesAfter),
  resumeDaily: on(resumeDaily),
  moveNextRun: on(moveNextRun),
  claimDelivery: on(deliveries.claimDelivery),
  settleDelivery: on(deliveries.settleDelivery),
  redateDelivery: on(deliveries.redateDelivery),
  findDelivery: on(deliveries.findDelivery),
  deliveriesOf: on(deliveries.deliveriesOf),
  takeAttempt: on(deliveries.takeAttempt),
  noteAttempt: on(deliveries.noteAttempt),
  dueDeliveries: on(deliveries.dueDeliveries),
  dailyDates: on(deliveries.dailyDates),
  dailiesAsked: on(dailiesAsked),
});

const remembering = (on: On) => ({
  takeChosen: on((db, ...[place, shelf, choose, at]: Parameters<Store['takeChosen']>) =>
    takeChosen(db, { place, shelf, at }, choose),
  ),
  shownIn: on(shownIn),
  planOf: on(planOf),
  changePlan: on(changePlan),
  settingsOf: on(settingsOf),
  choosePacks: on(choosePacks),
  leaveOut: on((db, ...[place, kind, id, at, instead]: Parameters<Store['leaveOut']>) =>
    leaveOut(db, { place, kind, id }, at, instead),
  ),
  takeBack: on((db, ...[place, kind, id]: Parameters<Store['takeBack']>) =>
    takeBack(db, { place, kind, id }),
  ),
  leaderboard: on(readBoard),
  lastOutcomes: on(lastOutcomes),
  questionCounts: on(questionCounts),
  takeRequest: on(takeRequest),
  sweep: on(sweep),
  tryWrite: on(tryWrite),
  isRestored: on(isRestored),
  noteTakenUp: on(noteTakenUp),
  exportPlayer: on(exportPlayer),
  exportAccount: on(exportAccount),
  deletePlayer: on((db, ...[account]: Parameters<Store['deletePlayer']>) =>
    deleteAndWipe(db, () => deletePlayer(db, account)),
  ),
  hide: on(hide),
  unhide: on(unhide),
  isHidden: on(isHidden),
  workspacesOf: on(workspacesOf),
  claimInstallation: on(claimInstallation),
  movePlace: on(movePlace),
  scopeIds: on(scopeIds),
  saveTranscript: on(saveTranscript),
  findTranscript: on(findTranscript),
  transcriptOf: on(transcriptOf),
});

const retaining = (on: On) => ({
  takeChore: on(takeChore),
  retire: on(async (db, ...given: Parameters<Store['retire']>) => {
    const retired = await retire(db, ...given);
    return Object.keys(retired).length === 0 ? retired : deleteAndWipe(db, async () => retired);
  }),
  noteLeft: on(left.noteLeft),
  forgetLeft: on(left.forgetLeft),
  leftWorkspaces: on(left.leftWorkspaces),
  workspaces: on(left.workspaces),
  isUsedSince: on(left.isUsedSince),
  deleteWorkspace: on((db, ...[workspace, signal]: Parameters<Store['deleteWorkspace']>) =>
    deleteAndWipe(db, () => left.deleteWorkspace(db, workspace, signal)),
  ),
});

/** Whatever a driver throws becomes the one fault that the core knows, with its cause. */
const verbsOn =
  (db: Db, onCall: OnCall) =>
  (group: Group) =>
  <Given extends readonly unknown[], Result>(verb: (db: Db, ...given: Given) => Promise<Result>) =>
  async (...given: Given): Promise<Result> => {
    const began = performance.now();
    let failed = false;
    try {
      return await verb(db, ...given);
    } catch (error) {
      failed = true;
      throw new Fault(
        'STORE',
        `The store failed: ${troubleWords(troubleOf(error))}${error instanceof Error ? error.message : String(error)}`,
        error,
      );
    } finally {
      onCall(group, (performance.now() - began) / 1_000, failed);
    }
  };
