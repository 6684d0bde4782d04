/** Light or dark: as the system has it until somebody chooses. */
import { useEffect, useState, useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

export interface ThemeChoice {
  readonly theme: Theme;
  toggle(): void;
}

const KEY = 'receipts-theme';

export function useTheme(): ThemeChoice {
  const system: Theme = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const [chosen, choose] = useState(readChoice);
  const theme = chosen ?? system;
  useEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    choose(next);
    saveChoice(next);
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

function readChoice(): Theme | undefined {
  try {
    const saved = localStorage.getItem(KEY);
    return saved === 'light' || saved === 'dark' ? saved : undefined;
  } catch {
    return undefined;
  }
}

/** A browser may forbid storage; then the choice lasts as long as the page. */
function saveChoice(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
}
