import { faultOfConnection, faultOfReply, type SmtpStage, type Verdict } from '../../domain/letter/fault.ts'
import { type SmtpReply, TalkError } from './smtp-talk.ts'

/** A failed try: its code, and what follows from it. */
export type SmtpFailure = Verdict & { readonly error: string }

/** A line is lost when it breaks off, or when the relay says that it closes it. The next one may take the mail. */
export function isLineLost(error: unknown): boolean {
  return error instanceof Refused
    ? error.closes
    : !(error instanceof TalkError) || error.message === 'smtp-closed'
}

/** The relay said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly failure: SmtpFailure
  /** The service closes the connection (RFC 5321 §3.8): the next one may take the mail. */
  readonly closes: boolean

  constructor(stage: SmtpStage, { code, lines }: SmtpReply) {
    super(stage)
    const status = /^[245]\.\d{1,3}\.\d{1,3}\b/.exec(lines[0] ?? '')?.[0] ?? null
    const error = `smtp-${stage}-${code}${status ? `-${status}` : ''}`
    this.closes = code === 421
    this.failure = { ...faultOfReply(stage, code, status), error }
  }
}

export function expectCode(stage: SmtpStage, reply: SmtpReply, ...codes: readonly number[]): void {
  if (!codes.includes(reply.code)) throw new Refused(stage, reply)
}

/** `stage` is null before the letter's own dialogue. Anything but a known error is as if the line were lost. */
export function failureOf(error: unknown, stage: SmtpStage | null): SmtpFailure {
  if (error instanceof Refused) return error.failure
  const code = error instanceof TalkError ? error.message : 'smtp-closed'
  const ended = /^smtp-(timeout|closed)$/.exec(code)?.[1]
  const known = stage && ended ? `smtp-${stage}-${ended}` : code
  const verdict = faultOfConnection(known)
  // Nothing is had before the dot that ends the data was sent (RFC 5321 §4.5.3.2.6).
  return { ...verdict, mayBeHad: stage === 'message', error: known }
}
