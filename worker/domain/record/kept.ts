import { KEPT_MS } from '../clock/retention.ts'
import { DAY } from '../time/time.ts'

/** Of what goes after days: what a person's own record says of it, from the table of retention itself. */
const KEPT_ON_RECORD = {
  letters: true,
  undelivered: true,
  questions: true,
  privateNotes: true,
  reasons: true,
  settledMail: true,
  links: true,
  signIns: true,
  accessLog: true,
  /** Of people who are not known here, gone within a day, or ids and codes alone. */
  strangersMail: false,
  keptForms: false,
  imports: false,
  undos: false,
  counters: false,
  idempotencyKeys: false,
  webhookMessages: false,
  snoozes: false,
  suppressions: false,
} as const satisfies Readonly<Record<keyof typeof KEPT_MS, boolean>>

type Kept = typeof KEPT_ON_RECORD
export type KeptOnRecord = { [Name in keyof Kept]: Kept[Name] extends true ? Name : never }[keyof Kept]

/** For how many days each is kept. */
export function keptOnRecord(): readonly { readonly what: KeptOnRecord; readonly days: number }[] {
  return Object.keys(KEPT_ON_RECORD)
    .filter(isSaid)
    .map((what) => ({ what, days: KEPT_MS[what] / DAY }))
}

export const LETTERS_KEPT_DAYS = KEPT_MS.letters / DAY

function isSaid(name: string): name is KeptOnRecord {
  return Object.entries(KEPT_ON_RECORD).some(([each, isHere]) => each === name && isHere)
}
