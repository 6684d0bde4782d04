/**
 * The specification of the Store port: every store runs all of it, against its real database. The sentences
 * are grouped as the port is; each group is a file in `tests/store/contract/`.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports/store.ts';
import { specifyAccounts } from '../store/contract/accounts.ts';
import { specifyAnswers } from '../store/contract/answers.ts';
import { specifyBoards } from '../store/contract/boards.ts';
import { specifyDailies } from '../store/contract/dailies.ts';
import { specifyDeliveries } from '../store/contract/deliveries.ts';
import { specifyDue } from '../store/contract/due.ts';
import { specifyInstallations } from '../store/contract/installations.ts';
import { specifyMissed } from '../store/contract/missed.ts';
import { specifyPeople } from '../store/contract/people.ts';
import { specifyPlaces } from '../store/contract/places.ts';
import { specifyPlans } from '../store/contract/plans.ts';
import { specifyQuestionCounts } from '../store/contract/question-counts.ts';
import { specifyQuizzes } from '../store/contract/quizzes.ts';
import { specifyRetention } from '../store/contract/retention.ts';
import { specifyRounds } from '../store/contract/rounds.ts';
import { specifySeen } from '../store/contract/seen.ts';
import { specifySettings } from '../store/contract/settings.ts';
import { specifyTranscript } from '../store/contract/transcript.ts';
import { specifyTries } from '../store/contract/tries.ts';
import { specifyRequests, specifyTurns } from '../store/contract/turns.ts';

/** `open` gives an empty store each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const current = () => store;
    specifyQuizzes(current);
    specifyTurns(current);
    specifyRequests(current);
    specifyRounds(current);
    specifyTries(current);
    specifyAnswers(current);
    specifySeen(current);
    specifyPlans(current);
    specifySettings(current);
    specifyDailies(current);
    specifyDue(current);
    specifyDeliveries(current);
    specifyBoards(current);
    specifyMissed(current);
    specifyQuestionCounts(current);
    specifyPeople(current);
    specifyAccounts(current);
    specifyRetention(current);
    specifyPlaces(current);
    specifyTranscript(current);
    specifyInstallations(current);

    it('may be closed twice, and then answers with a fault instead of a guess', async () => {
      await store.close();
      await store.close();
      await expect(store.findQuiz('quiz')).rejects.toMatchObject({ code: 'STORE' });
    });
  });
}
