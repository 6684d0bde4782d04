/** As much of a Dockerfile as ours uses, so that its steps can be followed where no image can be pulled. */

export type Step =
  | { readonly do: 'copy'; readonly from?: string; readonly sources: readonly string[]; readonly to: string }
  | { readonly do: 'run'; readonly command: string }
  | { readonly do: 'workdir'; readonly folder: string }
  | { readonly do: 'env'; readonly name: string; readonly value: string }
  | { readonly do: 'user'; readonly name: string };

export interface Stage {
  readonly name: string;
  /** An image's name, or that of a stage before. */
  readonly base: string;
  readonly steps: readonly Step[];
}

/** What the last stage says of how it is run. */
export interface Running {
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string;
}

export interface Dockerfile {
  readonly stages: readonly Stage[];
  readonly running: Running;
}

/** Throws at an instruction that it does not know: to leave one out would be to check something else. */
export function parseDockerfile(text: string): Dockerfile {
  const known = new Map<string, string>();
  const stages: { name: string; base: string; steps: Step[] }[] = [];
  let running: Running = { command: [], health: [], volumes: [], stopSignal: 'SIGTERM' };
  const take = (step: Step) => void stages.at(-1)?.steps.push(step);

  for (const line of text.split('\n').filter((each) => /^\s*[^\s#]/.test(each))) {
    const [, instruction = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    switch (instruction) {
      case 'ARG': {
        const [name, value] = pair(rest);
        known.set(name, value);
        break;
      }
      case 'FROM': {
        const [image = '', , name = ''] = rest.split(/\s+/);
        stages.push({
          name,
          base: image.replace(/\$\{(\w+)\}/g, (_, arg) => known.get(arg) ?? ''),
          steps: [],
        });
        break;
      }
      case 'COPY': {
        const words = rest.split(/\s+/);
        const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
        if (words[0]?.startsWith('--')) throw new Error(`not understood: ${line}`);
        take({ do: 'copy', ...(from && { from }), sources: words.slice(0, -1), to: words.at(-1) ?? '' });
        break;
      }
      case 'RUN':
        take({ do: 'run', command: rest });
        break;
      case 'WORKDIR':
        take({ do: 'workdir', folder: rest });
        break;
      case 'ENV': {
        const [name, value] = pair(rest);
        take({ do: 'env', name, value });
        break;
      }
      case 'USER':
        take({ do: 'user', name: rest });
        break;
      case 'VOLUME':
        running = { ...running, volumes: [...running.volumes, rest] };
        break;
      case 'STOPSIGNAL':
        running = { ...running, stopSignal: rest };
        break;
      case 'CMD':
        running = { ...running, command: words(rest) };
        break;
      case 'HEALTHCHECK':
        running = { ...running, health: words(rest.slice(rest.indexOf('CMD ') + 4)) };
        break;
      case 'EXPOSE':
      case 'LABEL':
        break;
      default:
        throw new Error(`not understood: ${line}`);
    }
  }
  return { stages, running };
}

const pair = (text: string): [string, string] => [
  text.slice(0, text.indexOf('=')),
  text.slice(text.indexOf('=') + 1),
];

/** Only lists: what stands there without brackets is run by a shell, which would be the process that gets the signals. */
function words(list: string): readonly string[] {
  const parsed: unknown = JSON.parse(list);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/** What goes along of the top of a folder, by a `.dockerignore` that leaves out all and takes back some. */
export function takenAlong(ignore: string, names: readonly string[]): readonly string[] {
  const patterns = ignore.split('\n').filter((line) => /^[^#]/.test(line));
  const odd = patterns.find((pattern) => pattern !== '*' && !/^!\.?[\w-]+(?:\.[\w-]+)*$/.test(pattern));
  if (patterns[0] !== '*' || odd) throw new Error(`not understood: ${odd ?? patterns[0]}`);
  return names.filter((name) => patterns.includes(`!${name}`));
}
