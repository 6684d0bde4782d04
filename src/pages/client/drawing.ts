/** What a page hands to whatever draws its platform's payloads. */

/** Who is meant by an id in a payload. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a drawing shows around the payload. */
export interface DrawnMessage {
  readonly at: number;
  /** What was typed to get it, and by whom; absent where nobody asked or nobody else sees it. */
  readonly asked?: { readonly person: string; readonly line: string };
  /** What buttons are called that show a letter only, by their token. */
  readonly names: Readonly<Record<string, string>>;
}

export interface DrawingProps {
  readonly payload: unknown;
  readonly message: DrawnMessage;
  /** The bot's picture. */
  readonly icon: string;
  readonly people: readonly Named[];
  press(token: string): void;
}
