import { faultOfConnection, type SmtpStage } from '../../domain/letter/fault.ts'
import { type Mail, type MailPort, SEND_DEADLINE_MS, type SendResult } from '../../domain/letter/mail-port.ts'
import { keepLine, type Line } from './smtp-line.ts'
import { type LookUp, openTalk, type SmtpSettings } from './smtp-open.ts'
import { failureOf, isLineLost, Refused, type SmtpFailure } from './smtp-reply.ts'
import { submit } from './smtp-submit.ts'
import { ANSWER_TIMEOUT_MS, type Connect, inTime, type Talk, TalkError } from './smtp-talk.ts'

/** One try of one mail: the dialogue it uses, how far the mail itself has come, and whether its time is over. */
type Try = { readonly mail: Mail; talk: Talk | null; stage: SmtpStage | null; isOver: boolean }

type Options = { readonly timeoutMs?: number; readonly deadlineMs?: number; readonly lookUp?: LookUp }

/**
 * Submits mail to an organisation's own relay (RFC 6409), octet for octet. The connection is kept for the next mail, and
 * opened again where the relay closed it.
 */
export function smtpMailer(settings: SmtpSettings, connect: Connect, options: Options = {}): MailPort {
  const { timeoutMs = ANSWER_TIMEOUT_MS, deadlineMs = SEND_DEADLINE_MS, lookUp = noAnswer } = options
  const relay = { settings, connect, lookUp, timeoutMs }
  const lines = keepLine()

  const attempt = async (current: Try): Promise<string> => {
    const kept = await lines.take()
    try {
      if (kept) return await carry(kept, current, lines.giveBack)
    } catch (error) {
      if (!mayGoAgain(error, current)) throw error
      lines.limit(kept?.carried ?? 1)
    }
    current.stage = null
    const talk = await openTalk(relay, (begun) => void (current.talk = begun))
    return carry({ talk, carried: 0, isClean: true }, current, lines.giveBack)
  }

  const send = async (mail: Mail): Promise<SendResult> => {
    if (!isSendable(mail.from) || !isSendable(mail.to)) return badAddress()
    const current: Try = { mail, talk: null, stage: null, isOver: false }
    try {
      const providerId = await inTime(attempt(current), deadlineMs)
      return { ok: true, providerId }
    } catch (error) {
      current.isOver = true
      if (!lines.holds(current.talk)) await current.talk?.end()
      return resultOf(failureOf(error, current.stage))
    }
  }
  return Object.assign(send, { end: lines.end })
}

async function carry(
  { talk, carried, isClean }: Line,
  current: Try,
  giveBack: (line: Line) => Promise<void>,
): Promise<string> {
  current.talk = talk
  try {
    if (!isClean) await reset(talk)
    const providerId = await submit(talk, current.mail, (stage) => void (current.stage = stage))
    if (!current.isOver) await giveBack({ talk, carried: carried + 1, isClean: true })
    return providerId
  } catch (error) {
    const goesOn = error instanceof Refused && !error.closes && !current.isOver
    await (goesOn ? giveBack({ talk, carried, isClean: false }) : talk.end())
    throw error
  }
}

/** RFC 5321 §4.1.1.5: forgets the refused mail. A relay that cannot is left. */
async function reset(talk: Talk): Promise<void> {
  const { code } = await talk.say('RSET')
  if (code !== 250) throw new TalkError('smtp-closed')
}

/** A kept connection that was closed: this mail was surely not taken, unless its whole data was sent without an answer. */
function mayGoAgain(error: unknown, { stage, isOver }: Try): boolean {
  return !isOver && isLineLost(error) && (stage !== 'message' || error instanceof Refused)
}

function resultOf({ error, fault, mayBeHad, waitMs }: SmtpFailure): SendResult {
  return { ok: false, error, fault, mayBeHad, ...(waitMs !== undefined && { waitMs }) }
}

function badAddress(): SendResult {
  const error = 'smtp-bad-address'
  const { fault, mayBeHad } = faultOfConnection(error)
  return { ok: false, error, fault, mayBeHad, isUnasked: true }
}

/** Rejects anything that could end the line or the angle brackets, and any octet that needs SMTPUTF8. */
function isSendable(address: string): boolean {
  return /^[\x21-\x3b\x3d\x3f-\x7e]{1,64}@[\x21-\x3b\x3d\x3f-\x7e]{1,255}$/.test(address)
}

function noAnswer(): Promise<null> {
  return Promise.resolve(null)
}
