/** Where the desk begins. */
import { createRoot } from 'react-dom/client';
import { themeComponents } from '../../../pages/client/discord-theme.ts';
import { App } from './app.tsx';

const root = document.getElementById('page');
if (root) {
  themeComponents();
  createRoot(root).render(<App icon={root.dataset.icon ?? ''} />);
}
