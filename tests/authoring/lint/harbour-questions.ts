/** What is asked about the invented story, and what its releases carried. */

const wrong = (text: string, because: string, ...claims: readonly string[]) => ({ text, because, claims });

const question = (
  id: string,
  prompt: string,
  right: readonly [text: string, claim: string],
  wrongs: readonly object[],
  payoff: string,
) => ({
  id,
  kind: 'choice',
  prompt,
  topic: 'boats',
  fit: 'quiz',
  difficulty: 1,
  right: { text: right[0], claims: [right[1]] },
  wrong: wrongs,
  payoff,
});

const ofPeople = <Asked extends object>(asked: Asked) => ({ ...asked, topic: 'people' });

export const questions = [
  question(
    'q-skipper',
    'Who brought the trawler Kestrel to Saltby?',
    ['Mara Quill', 'boat-came-in'],
    [
      wrong('Ida Marsh', 'Ida Marsh was the harbour master then.', 'not-registered'),
      wrong('Tom Reed', 'Tom Reed was the harbour master in 2021.', 'reed-harbour-master'),
      wrong('Alma Torrance', 'No article mentions Alma Torrance; the name is invented.'),
    ],
    'The Saltby Gazette and Coast Weekly both name her, though not the same day.',
  ),
  question(
    'q-day-of-arrival',
    'According to the Saltby Gazette, on which day did the Kestrel come in?',
    ['12 February 2020', 'arrival-on-12'],
    [
      wrong('11 February 2020', 'That is the date of Coast Weekly.', 'arrival-on-11'),
      wrong('14 February 2020', 'That is when the Saltby Gazette wrote about it.', 'arrival-on-12'),
      wrong('21 February 2020', 'No article gives that day for it.', 'arrival-on-12'),
    ],
    'Coast Weekly puts the arrival one day earlier.',
  ),
  question(
    'q-whose-word',
    'On whose word does Coast Weekly report that the harbour fee was paid in cash?',
    ['Nora Finch', 'fee-in-cash'],
    [
      wrong('Ida Marsh', 'She spoke of the registration, to the Saltby Gazette.', 'not-registered'),
      wrong('Mara Quill', 'She spoke of her papers, to the Saltby Gazette.', 'papers-in-order'),
      wrong('Alma Torrance', 'No article mentions Alma Torrance; the name is invented.'),
    ],
    'It stands in her book Tides of Saltby, which Ben Quill calls invented.',
  ),
  question(
    'q-harbour-master-left',
    'In which month did Ida Marsh step down as harbour master?',
    ['January 2021', 'marsh-stepped-down'],
    [
      wrong('February 2020', 'She held the office then.', 'not-registered'),
      wrong('March 2021', 'Tom Reed held the office by then.', 'reed-harbour-master'),
      wrong('November 2020', 'Coast Weekly names another month.', 'marsh-stepped-down'),
    ],
    'Tom Reed followed her, as Coast Weekly wrote in March 2021.',
  ),
  ofPeople(
    question(
      'q-met-where',
      'Where did Mara Quill first meet Ida Marsh, according to what she told The Lantern?',
      ['At a café', 'met-at-cafe'],
      [
        wrong('At a concert', 'She named a café.', 'met-at-cafe'),
        wrong('At a wedding', 'She named a café.', 'met-at-cafe'),
        wrong('At a school', 'She named a café.', 'met-at-cafe'),
      ],
      'She dates the meeting to 2019, the year before the Kestrel came in.',
    ),
  ),
];

export const released = [
  ...questions.map(({ id }) => ({ id })),
  { id: 'q-lighthouse', withdrawn: 'No article names the lighthouse.' },
];
