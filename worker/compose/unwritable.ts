/** Why no mail can be made of a letter: a code that is stored and shown, with nothing of anybody in it. */
type UnwritableCode = 'unwritable-address' | 'unwritable-header'

/** Nobody was asked to take the mail, and another try would end the same way. */
export class Unwritable extends RangeError {
  override readonly name = 'Unwritable'
  readonly code: UnwritableCode

  constructor(code: UnwritableCode) {
    super(code)
    this.code = code
  }
}

/** The code of any failure to compose a mail. */
export function whyUnwritable(error: unknown): string {
  return error instanceof Unwritable ? error.code : 'unwritable-letter'
}
