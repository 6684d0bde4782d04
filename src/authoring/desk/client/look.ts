/** What drawings need to know of how the page looks. */
import { createContext, use } from 'react';
import type { Theme } from '../../../pages/client/theme.tsx';

export const LookContext = createContext<{ readonly icon: string; readonly theme: Theme }>({
  icon: '',
  theme: 'light',
});

export const useLook = () => use(LookContext);
