/** What people are told of what is kept about them. */
import { type Card, plainCard } from '../cards/card.ts';
import type { Privacy } from '../services.ts';

/** In words that everyone understands; `PRIVACY.md` says the same at length. */
export function privacyCard({ days, url }: Privacy): Card {
  return plainCard(
    'neutral',
    { type: 'heading', text: 'What is kept about people' },
    {
      type: 'text',
      text: [
        { bold: 'What: ' },
        'your user id with your answers and points, and with quizzes you start and daily questions you set. No names, no messages.',
        '\n',
        { bold: 'Why: ' },
        'one answer a question, boards, streaks, and no question twice.',
        '\n',
        { bold: 'How long: ' },
        `answers for ${days} days; then they go, and so does your name on boards if you have not played since. A workspace that removes the bot is deleted 30 days later.`,
        '\n',
        { bold: 'Who sees it: ' },
        'people around you see points, streaks and who knew an answer, unless you hide. A result counts how many chose each option; which wrong one you chose is shown to nobody.',
      ],
    },
    {
      type: 'text',
      text: [
        { code: '/mydata show' },
        ' gives you all of it, ',
        { code: '/mydata hide' },
        ' keeps your name out of boards, ',
        { code: '/mydata delete' },
        ' deletes it, everywhere your account is known here.',
      ],
    },
    {
      type: 'note',
      text: [
        'Backups of whoever runs this bot may hold it longer, and messages that were posted stay. ',
        ...(url === undefined
          ? ['For anything else ask whoever runs this bot here.']
          : ['From whoever runs this bot: ', { link: 'privacy and contact', href: url }]),
      ],
    },
  );
}
