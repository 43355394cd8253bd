import type { Partstat } from '../session/session.ts'
import { fromIso, instant, type Instant } from '../time/time.ts'

/** `waiting` needs a human; `history` was understood but came too late. */
export type ReceivedState = 'applied' | 'history' | 'ignored' | 'waiting' | 'settled'

/** What a human must see of a waiting mail. */
export type MailWords = {
  readonly from: string | null
  readonly fromName: string | null
  readonly subject: string | null
  readonly text: string
  readonly partstat: Partstat | null
  /** The address that the sender delegates to. */
  readonly delegatedTo: string | null
  readonly proposed: Instant | null
}

/** Reads the stored mail. Fields that are gone are empty. */
export function wordsOfMail(reading: unknown): MailWords {
  const proposed = partOf(partOf(reading, 'proposed'), 'start')
  return {
    from: textIn(reading, 'from'),
    fromName: textIn(reading, 'fromName'),
    subject: textIn(reading, 'subject'),
    text: textIn(reading, 'comment') ?? textIn(reading, 'text') ?? '',
    partstat: PARTSTATS.find((each) => each === partOf(reading, 'partstat')) ?? null,
    delegatedTo: textIn(reading, 'delegatedTo'),
    proposed:
      typeof proposed === 'number'
        ? instant(proposed)
        : typeof proposed === 'string'
          ? fromIso(proposed)
          : null,
  }
}

const PARTSTATS: readonly Partstat[] = ['ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED']

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function textIn(value: unknown, name: string): string | null {
  const found = partOf(value, name)
  return typeof found === 'string' && found !== '' ? found : null
}
