/** Where the page begins. */
import { createRoot } from 'react-dom/client';
import { themeComponents } from '../../../pages/client/discord-theme.ts';
import { App } from './app.tsx';

const root = document.getElementById('page');
if (root) {
  const {
    icon = '',
    notices = '',
    about = '',
    example = '',
    pack = '',
    people = '',
    free = '',
  } = root.dataset;
  themeComponents();
  createRoot(root).render(<App {...{ icon, notices, about, example, pack, free }} ids={people.split(' ')} />);
}
