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

/** What became of the last mail about what is bad. Null where nothing is known of it: it counts as had when it was written. */
export type LastMail =
  | { readonly state: 'had'; readonly at: Instant | null }
  /** Nobody has it yet. */
  | { readonly state: 'waiting' }
  /** Nobody ever had it: what it named had mended. */
  | { readonly state: 'gone' }
  | null

/** What a tick has to tell of health, and the row that says so. */
export type Telling = {
  readonly alert: Alert | null
  readonly mail: HealthMail | null
  readonly next: Alerted & { readonly toldAt: Instant }
}

/** Null: all is as it was, and was told. */
export function decideTelling(
  codes: readonly AlertCode[],
  alerted: Alerted,
  { now, last }: { readonly now: Instant; readonly last: LastMail },
): Telling | null {
  const alert = decideAlert(codes, alerted, now)
  const toldAt = alert?.next.toldAt ?? alerted.toldAt
  if (toldAt === null) return null
  const bad = badSince(codes, alerted.bad, now)
  const told = { ...alerted, ...alert?.next, toldAt, bad, mailedCodes: stillNamed(codes, alerted, last) }
  const decided = told.codes.length === 0 ? decideMended(told, now, last) : decideBroken(told, now, last)
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

/** What mends before the mail has left is not said by it: if it breaks again, it is new. */
function stillNamed(
  codes: readonly AlertCode[],
  { mailedCodes }: Mailed,
  last: LastMail,
): readonly AlertCode[] {
  return last?.state === 'waiting' ? mailedCodes.filter((code) => codes.includes(code)) : mailedCodes
}

type Decided = { readonly mail: HealthMail; readonly next: Mailed }

/** While our sending is stopped none is written: it would leave when it is old. */
function decideBroken(told: Alerted, now: Instant, last: LastMail): Decided | null {
  const { bad, mailedSince, mailedCodes } = told
  const lasting = whatMailNames(bad, now)
  if (lasting.length === 0 || bad.some(({ code }) => code === 'sending-stopped')) return null
  const isNew = lasting.some(({ code }) => !mailedCodes.includes(code))
  if (!isItsTurn(isNew, told, { now, last })) return null
  const firstAt = mailedSince ?? now
  return {
    mail: { bad: lasting, wellSince: null, firstAt },
    next: { mailedAt: now, mailedSince: firstAt, mailedCodes: lasting.map(({ code }) => code) },
  }
}

/** The days count from the moment at which the last one was had. One that nobody has is replaced by what is new. */
function isItsTurn(
  isNew: boolean,
  { mailedAt }: Mailed,
  { now, last }: { readonly now: Instant; readonly last: LastMail },
): boolean {
  if (mailedAt === null || last?.state === 'gone') return true
  if (last?.state === 'waiting') return isNew
  return after(last?.at ?? mailedAt, isNew ? NEXT_AFTER_MS : SAME_AFTER_MS) <= now
}

/** Only where something was called bad. If nobody has read that, the next one need not wait for its day. */
function decideMended(
  { toldAt, mailedAt, mailedSince }: Alerted & { readonly toldAt: Instant },
  now: Instant,
  last: LastMail,
): Decided | null {
  if (mailedSince === null || after(toldAt, WELL_FOR_MS) > now) return null
  const isUnread = last?.state === 'waiting' || last?.state === 'gone'
  return {
    mail: { bad: [], wellSince: toldAt, firstAt: mailedSince },
    next: { mailedAt: isUnread ? null : mailedAt, mailedSince: null, mailedCodes: [] },
  }
}

/** What has stayed bad, as far as a mail can say it. */
export function whatMailNames(bad: readonly Bad[], now: Instant): readonly Bad<MailedCode>[] {
  return bad.filter(isByMail).filter(({ since }) => after(since, BAD_FOR_MS) <= now)
}

function isByMail(bad: Bad): bad is Bad<MailedCode> {
  return !NOT_BY_MAIL.some((code) => code === bad.code)
}

/**
 * What is bad while a mail leaves, as far as it can say it. The tick that lets it leave has overwritten how the one before
 * went.
 */
export function badAtSending(
  signs: Signs,
  { bad }: Pick<Alerted, 'bad'>,
  now: Instant,
): readonly Bad<MailedCode>[] {
  const jobsFailed = bad.some(({ code }) => code === 'jobs-failed')
  return badSince(whatIsBad({ ...signs, jobsFailed }, { now, tickingSince: null }), bad, now).filter(isByMail)
}
