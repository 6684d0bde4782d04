/**
 * What people can type, as platform-neutral values. A command declares its options and returns a Reply; it
 * never acknowledges and never learns which platform called it.
 */
import type { Library } from '../dataset/library.ts';
import type { Services } from '../services.ts';
import type { Origin, RawArgs, Reply, Suggestion, SuggestRequest } from './request.ts';

interface OptionBase {
  /** At most 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  /** A sentence for whoever leaves out what is needed, or types what does not fit: what to type instead. */
  readonly wanted?: string;
  /** What people call it in a line of words, beside its name. */
  readonly aliases?: readonly string[];
}

export interface TextOption extends OptionBase {
  readonly kind: 'text';
  readonly maxLength: number;
  /**
   * Whether the words look like a value of this option, so that in a line of words they may stand anywhere. `only`:
   * nothing else stands for it, so that they need not look like it for certain. `library`: left out where only the
   * shape of the words counts.
   */
  readonly fits?: (words: string, only: boolean, library?: Library) => boolean;
  /** In a line of words it has to be named: no word without that is meant for it. */
  readonly byNameOnly?: boolean;
  /** Proposals while someone types, best first, at most 25. */
  readonly suggest?: (
    typed: string,
    services: CommandServices,
    request: SuggestRequest,
  ) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
}

export interface IntegerOption extends OptionBase {
  readonly kind: 'integer';
  readonly wanted: string;
  readonly min: number;
  readonly max: number;
  /** What it counts, where people may write that behind the number: “2h”, “45 seconds”. */
  readonly unit?: 'hours' | 'seconds';
}

export interface FlagOption extends OptionBase {
  readonly kind: 'flag';
}

/** A fixed set of words, the first of which is the default. */
export interface PickOption extends OptionBase {
  readonly kind: 'pick';
  readonly values: readonly [string, ...string[]];
  /** What people call a value in several words. */
  readonly phrases?: Readonly<Record<string, string>>;
}

export type Option = TextOption | IntegerOption | FlagOption | PickOption;
export type Options = Readonly<Record<string, Option>>;

type ValueOf<Given extends Option> = Given extends TextOption
  ? string
  : Given extends IntegerOption
    ? number
    : Given extends FlagOption
      ? boolean
      : Given extends { readonly values: readonly (infer Value)[] }
        ? Value
        : never;

/** What `run` gets for its options: required ones and flags always, the others where they were given. */
export type ArgsOf<Given extends Options> = {
  readonly [Name in keyof Given]: Given[Name] extends { readonly required: true } | FlagOption | PickOption
    ? ValueOf<Given[Name]>
    : ValueOf<Given[Name]> | undefined;
};

export interface Context<Args> {
  readonly origin: Origin;
  readonly args: Args;
  readonly services: CommandServices;
}

/** Something that can be run. */
export interface Action {
  readonly options: Options;
  /** Who sees the answer as a rule. Declared, because a platform wants to know it before the command has run. */
  readonly audience: 'everyone' | 'asker';
  /** It changes nothing: in a command for managers, this part is for everyone. */
  readonly forEveryone?: true;
  /** A sentence for whoever types words that fit no option. */
  readonly wanted?: string;
  readonly run: (context: Context<Readonly<Record<string, unknown>>>) => Promise<Reply>;
}

export interface Subcommand extends Action {
  readonly description: string;
}

/** What somebody can type, for help to show: in words or as a form, as their platform has it. */
export interface Example {
  readonly subcommand?: string;
  readonly args: RawArgs;
}

export interface Command {
  /** Lower case, at most 32 characters. */
  readonly name: string;
  readonly description: string;
  /** Only those who manage the place may use it, and only in a channel, never in a private talk with the bot. */
  readonly managersOnly: boolean;
  /** What its button in help says; only what people need first has one. */
  readonly button?: string;
  /** `subject`: something that this bot can be asked about; empty where there is nothing just now. */
  readonly examples: (subject: string) => readonly Example[];
  readonly actions: SoleAction | Subcommands;
}

/** The command says what it does, so its one action need not. */
interface SoleAction {
  readonly sole: Action;
}

export interface Subcommands {
  /** The first is what the command does by itself. */
  readonly subcommands: Readonly<Record<string, Subcommand>>;
}

type Typed<Given extends Options> = Omit<Action, 'options' | 'run'> & {
  readonly options: Given;
  readonly run: (context: Context<ArgsOf<Given>>) => Promise<Reply>;
};

/** Ties the types of `options` and `run` together. */
export const defineAction = <const Given extends Options>(action: Typed<Given>): Action => ({
  ...action,
  // The dispatcher calls `run` only with what `readNamed` or `readWords` made of these same options.
  run: (context) => action.run(context as Context<ArgsOf<Given>>),
});

export const defineSubcommand = <const Given extends Options>(
  action: Typed<Given> & Pick<Subcommand, 'description'>,
): Subcommand => ({ ...defineAction(action), description: action.description });

export const actionNamed = (command: Command, subcommand: string | undefined): Action | undefined =>
  'sole' in command.actions
    ? command.actions.sole
    : Object.entries(command.actions.subcommands).find(([name]) => name === subcommand)?.[1];

/** What a command may use besides: the list of all, so that one of them can tell of the others. */
export interface CommandServices extends Services {
  readonly commands: readonly Command[];
}
