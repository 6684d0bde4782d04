/** Light or dark: as the system has it until somebody chooses. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { readSaved, save } from './saved.ts';

export type Theme = 'light' | 'dark';

export interface ThemeChoice {
  readonly theme: Theme;
  toggle(): void;
}

const KEY = 'receipts-theme';

export function useTheme(): ThemeChoice {
  const system: Theme = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const [chosen, choose] = useState(() => readSaved<Theme>('localStorage', KEY, ['light', 'dark']));
  const theme = chosen ?? system;
  useEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    choose(next);
    save('localStorage', KEY, next);
  };
  return { theme, toggle };
}

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
