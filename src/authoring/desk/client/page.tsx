/** Where the desk begins. */
import { createRoot } from 'react-dom/client';
import { themeComponents } from '../../../pages/client/discord-theme.ts';
import type { Named } from '../../../pages/client/drawing.ts';
import { App } from './app.tsx';

const root = document.getElementById('page');
if (root) {
  themeComponents();
  const { icon = '', people = '[]' } = root.dataset;
  createRoot(root).render(<App icon={icon} people={JSON.parse(people) as readonly Named[]} />);
}
