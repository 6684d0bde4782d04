/** Where the page begins. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { themeComponents } from './discord-theme.ts';

const root = document.getElementById('page');
if (root) {
  themeComponents();
  createRoot(root).render(<App icon={root.dataset.icon ?? ''} firstPerson={root.dataset.person ?? ''} />);
}
