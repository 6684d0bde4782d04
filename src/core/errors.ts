/** The codes of faults: what went wrong on our side. `docs/log-events.md` says for each what to do. */
export type FaultCode = 'STORE' | 'UNEXPECTED';

/** Something broke that no user did. Thrown where it is noticed, turned into a kind reply in one place. */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Fault';
    this.code = code;
  }
}
