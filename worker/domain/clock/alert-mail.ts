import { after, DAY, HOUR, type Instant, MINUTE } from '../time/time.ts'
import {
  type Alert,
  type AlertCode,
  type Alerted,
  type Bad,
  decideAlert,
  type Signs,
  whatIsBad,
} from './alert.ts'

/** A mail that is read has left, and the clock has written it: it cannot say of either that it stands still. */
const NOT_BY_MAIL = ['sending-stopped', 'tick-late'] as const
export type MailedCode = Exclude<AlertCode, (typeof NOT_BY_MAIL)[number]>

/** What mends by itself within this time writes nobody; and it is mended once it has stayed so for longer. */
const BAD_FOR_MS = 15 * MINUTE
const WELL_FOR_MS = HOUR
/** One a day, of whatever is new; of what was said and stays so, one a week. */
const NEXT_AFTER_MS = DAY
const SAME_AFTER_MS = 7 * DAY

/** A mail to each of those who run the installation. */
export type HealthMail = {
  /** Empty: all is well again. */
  readonly bad: readonly Bad<MailedCode>[]
  /** Since when all is well; null: it is not. */
  readonly wellSince: Instant | null
  /** When the first mail was written about what is bad, or was. */
  readonly firstAt: Instant
}

type Mailed = Pick<Alerted, 'mailedAt' | 'mailedSince' | 'mailedCodes'>

/** What a tick has to tell of health, and the row that says so. */
export type Telling = {
  readonly alert: Alert | null
  readonly mail: HealthMail | null
  readonly next: Alerted & { readonly toldAt: Instant }
}

/** Null: all is as it was, and was told. */
export function decideTelling(codes: readonly AlertCode[], alerted: Alerted, now: Instant): Telling | null {
  const alert = decideAlert(codes, alerted, now)
  const toldAt = alert?.next.toldAt ?? alerted.toldAt
  if (toldAt === null) return null
  const bad = badSince(codes, alerted.bad, now)
  const told = { ...alerted, ...alert?.next, toldAt, bad }
  const decided = decideMail(told, now)
  if (!alert && !decided && isSame(codes, alerted.bad)) return null
  return { alert, mail: decided?.mail ?? null, next: { ...told, ...decided?.next } }
}

/** What stays bad keeps its moment. */
function badSince(codes: readonly AlertCode[], before: readonly Bad[], now: Instant): readonly Bad[] {
  return codes.map((code) => before.find((each) => each.code === code) ?? { code, since: now })
}

function isSame(codes: readonly AlertCode[], bad: readonly Bad[]): boolean {
  return codes.length === bad.length && codes.every((code, index) => bad[index]?.code === code)
}

type Decided = { readonly mail: HealthMail; readonly next: Mailed }

function decideMail(told: Alerted & { readonly toldAt: Instant }, now: Instant): Decided | null {
  return told.codes.length === 0 ? decideMended(told, now) : decideBroken(told, now)
}

/** While our sending is stopped none is written: it would leave when it is old. */
function decideBroken({ bad, mailedAt, mailedSince, mailedCodes }: Alerted, now: Instant): Decided | null {
  const lasting = bad.filter(isByMail).filter(({ since }) => after(since, BAD_FOR_MS) <= now)
  if (lasting.length === 0 || bad.some(({ code }) => code === 'sending-stopped')) return null
  const isNew = lasting.some(({ code }) => !mailedCodes.includes(code))
  if (mailedAt !== null && after(mailedAt, isNew ? NEXT_AFTER_MS : SAME_AFTER_MS) > now) return null
  const firstAt = mailedSince ?? now
  return {
    mail: { bad: lasting, wellSince: null, firstAt },
    next: { mailedAt: now, mailedSince: firstAt, mailedCodes: lasting.map(({ code }) => code) },
  }
}

/** Only where something was called bad. */
function decideMended(
  { toldAt, mailedAt, mailedSince }: Alerted & { readonly toldAt: Instant },
  now: Instant,
): Decided | null {
  if (mailedSince === null || after(toldAt, WELL_FOR_MS) > now) return null
  return {
    mail: { bad: [], wellSince: toldAt, firstAt: mailedSince },
    next: { mailedAt, mailedSince: null, mailedCodes: [] },
  }
}

function isByMail(bad: Bad): bad is Bad<MailedCode> {
  return !NOT_BY_MAIL.some((code) => code === bad.code)
}

/** What is bad while a mail leaves. The tick that lets it leave has overwritten how the one before went. */
export function badAtSending(signs: Signs, { bad }: Pick<Alerted, 'bad'>, now: Instant): readonly Bad[] {
  const jobsFailed = bad.some(({ code }) => code === 'jobs-failed')
  return badSince(whatIsBad({ ...signs, jobsFailed }, { now, tickingSince: null }), bad, now)
}
