/** What the three invented papers say of the trawler Kestrel, claim by claim. */
import { by, on, says } from './harbour-story.ts';

const claim = (id: string, text: string, rest: object) => ({
  id,
  text,
  topic: 'boats',
  entities: [says('mara-quill')],
  status: 'stated',
  importance: 2,
  ...rest,
});

export const claims = [
  claim('boat-came-in', 'Mara Quill brought the trawler Kestrel to Saltby in February 2020.', {
    events: ['arrival'],
    entities: [says('mara-quill', 'actor'), says('saltby', 'venue')],
    date: on('month', '2020-02'),
    receipts: [by('gazette-2020', 2), by('coast-2021', 2)],
    refuted: [
      {
        text: 'Ida Marsh brought the trawler Kestrel to Saltby in February 2020.',
        because: 'It was Mara Quill; Ida Marsh was the harbour master.',
      },
    ],
    importance: 3,
  }),
  claim(
    'arrival-on-12',
    'The Saltby Gazette gives 12 February 2020 as the day on which the Kestrel came in.',
    {
      events: ['arrival'],
      date: on('day', '2020-02-12'),
      receipts: [by('gazette-2020', 2)],
    },
  ),
  claim('arrival-on-11', 'Coast Weekly gives 11 February 2020 as the day on which the Kestrel came in.', {
    events: ['arrival'],
    date: on('day', '2020-02-11'),
    receipts: [by('coast-2021', 2)],
  }),
  claim('three-aboard', 'The Saltby Gazette counts three people aboard the Kestrel.', {
    events: ['arrival'],
    receipts: [by('gazette-2020', 2)],
  }),
  claim('four-aboard', 'Coast Weekly counts four people who came ashore from the Kestrel.', {
    events: ['arrival'],
    receipts: [by('coast-2021', 2)],
  }),
  claim('quill-41', 'Mara Quill was aged 41 in February 2020.', {
    topic: 'people',
    receipts: [by('gazette-2020', 2)],
    asOf: '2020-02-14',
    importance: 1,
  }),
  claim('quill-owned-kestrel', 'Mara Quill owned the Kestrel in February 2020.', {
    receipts: [by('gazette-2020', 2)],
    asOf: '2020-02-14',
    overtaken: 'The Kestrel went to a museum in May 2021.',
  }),
  claim(
    'not-registered',
    'Ida Marsh told the Saltby Gazette that the Kestrel had been unregistered since 2016.',
    {
      entities: [says('ida-marsh', 'speaker')],
      status: 'disputed',
      receipts: [by('gazette-2020', 3, 'Ida Marsh')],
      denials: ['papers-in-order'],
    },
  ),
  claim('papers-in-order', 'Mara Quill said that her papers for the Kestrel were “in order”.', {
    status: 'reported',
    receipts: [by('gazette-2020', 4, 'Mara Quill')],
  }),
  claim(
    'fee-in-cash',
    'According to Nora Finch’s book Tides of Saltby, Ben Quill paid the harbour fee in cash.',
    {
      entities: [says('ben-quill', 'actor'), says('tides-of-saltby', 'source')],
      status: 'disputed',
      receipts: [by('coast-2021', 3, 'Tides of Saltby')],
      denials: ['book-made-up'],
    },
  ),
  claim('book-made-up', 'Ben Quill told Coast Weekly that the book Tides of Saltby is invented.', {
    entities: [says('ben-quill', 'speaker'), says('tides-of-saltby')],
    status: 'reported',
    receipts: [by('coast-2021', 4, 'Ben Quill')],
  }),
  claim('marsh-stepped-down', 'Ida Marsh stepped down as harbour master in January 2021.', {
    topic: 'people',
    entities: [says('ida-marsh', 'actor')],
    date: on('month', '2021-01'),
    receipts: [by('coast-2021', 5)],
  }),
  claim('reed-harbour-master', 'Tom Reed was the harbour master of Saltby in March 2021.', {
    topic: 'people',
    entities: [says('tom-reed')],
    receipts: [by('coast-2021', 5)],
    asOf: '2021-03',
    importance: 1,
  }),
  claim('met-at-cafe', 'Mara Quill said that she met Ida Marsh at a café in 2019.', {
    topic: 'people',
    entities: [says('mara-quill', 'speaker'), says('ida-marsh')],
    date: on('year', '2019'),
    status: 'reported',
    receipts: [by('lantern-2022', 2, 'Mara Quill')],
  }),
  claim('kestrel-to-museum', 'The Kestrel passed to a museum in Port Alder in May 2021.', {
    events: ['sale'],
    entities: [says('port-alder', 'venue')],
    date: on('month', '2021-05'),
    receipts: [by('lantern-2022', 3)],
    importance: 3,
  }),
];
