/** What drawings need to know of how the page looks. */
import { createContext, use } from 'react';
import type { Named } from '../../../pages/client/drawing.ts';
import type { Theme } from '../../../pages/client/theme.tsx';

export interface Look {
  readonly icon: string;
  /** Who has answered in the cards. */
  readonly people: readonly Named[];
  readonly theme: Theme;
}

export const LookContext = createContext<Look>({ icon: '', people: [], theme: 'light' });

export const useLook = () => use(LookContext);
