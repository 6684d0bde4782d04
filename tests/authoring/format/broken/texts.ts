import { type Broken, fact } from './changes.ts';

export const texts: readonly Broken[] = [
  [
    'a text that is empty',
    fact(''),
    ['topics/boats.yaml:3:5: number 1: fact: a text, and this is empty: write one, or take the line out'],
  ],
  [
    'a text of 401 characters',
    fact(`Mara Quill ${'rowed and '.repeat(38)}rowed once.`),
    [
      'topics/boats.yaml:3:5: Mara Quill rowed and rowed and rowed and rowed and rowed …: fact: at most 400 characters, and these are 402',
    ],
  ],
  [
    'a text in a block',
    fact('>\n      Mara Quill brought\n      a boat in.'),
    ['topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: a text on one line, without | or >'],
  ],
  [
    'a text as a list',
    fact('[Mara Quill brought a boat in.]'),
    [
      'topics/boats.yaml:3:5: number 1: fact: one text; if it begins with a bracket or a dash, put it in straight quotes, "like this"',
    ],
  ],
  [
    'a text with a space at its end',
    fact('"Mara Quill brought a boat in. "'),
    ['topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: ends with white space'],
  ],
  [
    'a text with two spaces',
    fact('Mara Quill  brought a boat in.'),
    ['topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: has a double space or a line break'],
  ],
  [
    'an HTML entity',
    fact('Mara &amp; Ada brought a boat in.'),
    ['topics/boats.yaml:3:5: Mara &amp; Ada brought a boat in.: fact: has an HTML entity'],
  ],
  [
    'bold letters of a page',
    fact('Mara Quill brought <b>a boat</b> in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought <b>a boat</b> in.: fact: has markup or a mention: people would read it as it stands',
    ],
  ],
  [
    'a script',
    fact('Mara <script>alert(1)</script> Quill.'),
    [
      'topics/boats.yaml:3:5: Mara <script>alert(1)</script> Quill.: fact: has markup or a mention: people would read it as it stands',
    ],
  ],
  [
    'bold letters of Markdown',
    fact('Mara Quill **brought** a boat in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill **brought** a boat in.: fact: has markup or a mention: people would read it as it stands',
    ],
  ],
  [
    'a link of Markdown',
    fact('Mara Quill brought [a boat](https://boat.example) in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought [a boat](https://boat.example) in.: fact: has markup or a mention: people would read it as it stands',
    ],
  ],
  [
    'a mention of everyone',
    fact('Mara Quill told @everyone of a boat.'),
    [
      'topics/boats.yaml:3:5: Mara Quill told @everyone of a boat.: fact: has markup or a mention: people would read it as it stands',
    ],
  ],
  [
    'a sign without a width',
    fact('Mara Quill\u200b brought a boat in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: has an invisible character: delete it and type the words anew',
    ],
  ],
  [
    'a sign that reverses the words',
    fact('Mara Quill \u202ebrought\u202c a boat in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: has an invisible character: delete it and type the words anew',
    ],
  ],
  [
    'a space that does not break',
    fact('Mara\u00a0Quill brought a boat in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: has a space that is not a plain one: type it anew',
    ],
  ],
  [
    'a separator of lines',
    fact('Mara Quill\u2028brought a boat in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: has an invisible character: delete it and type the words anew',
    ],
  ],
  [
    'a tab within a text',
    fact('Mara Quill\tbrought a boat in.'),
    [
      'topics/boats.yaml:3:5: Mara Quill brought a boat in.: fact: has an invisible character: delete it and type the words anew',
    ],
  ],
  [
    'words read in the wrong encoding once before',
    fact('Mara Quill drank a cafÃ©.'),
    [
      'topics/boats.yaml:3:5: Mara Quill drank a cafÃ©.: fact: was read in the wrong encoding: save the file as UTF-8',
    ],
  ],
  [
    'straight quotes beside curly ones',
    fact('Mara’s friend said "a boat".'),
    [
      'topics/boats.yaml:3:5: Mara’s friend said "a boat".: fact: mixes straight and curly quotes: use curly ones',
    ],
  ],
];
