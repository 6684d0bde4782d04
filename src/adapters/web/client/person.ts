/** Whom the visitor has chosen to be. */
import { useEffect, useState } from 'react';
import { readSaved, save } from '../../../pages/client/saved.ts';

const KEY = 'receipts-person';

/** Remembered for each tab alone, so that two tabs can be two people. */
export function usePerson(ids: readonly string[], free: string): [string, (id: string) => void] {
  const [person, setPerson] = useState(() => readSaved('sessionStorage', KEY, ids) ?? free);
  // Also who chose nobody is the same person after a reload.
  useEffect(() => save('sessionStorage', KEY, person), [person]);
  return [person, setPerson];
}
