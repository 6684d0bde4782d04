/** Whom the visitor has chosen to be. */
import { useState } from 'react';
import { readSaved, save } from './saved.ts';

const KEY = 'receipts-person';

/** Remembered for each tab alone, so that two tabs can be two people. */
export function usePerson(ids: readonly string[]): [string, (id: string) => void] {
  const [person, setPerson] = useState(() => readSaved('sessionStorage', KEY, ids) ?? ids[0] ?? '');
  const choose = (id: string) => {
    setPerson(id);
    save('sessionStorage', KEY, id);
  };
  return [person, choose];
}
