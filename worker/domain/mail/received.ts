import type { Partstat } from '../session/session.ts'
import { fromIso, instant, type Instant } from '../time/time.ts'

/** `waiting` asks a human; `history` was understood and came too late to count. */
export type ReceivedState = 'applied' | 'history' | 'ignored' | 'waiting' | 'settled'

/** What a human needs to see of a mail that waits. */
export type MailWords = {
  readonly from: string | null
  readonly fromName: string | null
  readonly subject: string | null
  readonly text: string
  readonly partstat: Partstat | null
  /** “Wants to send x instead.” */
  readonly delegatedTo: string | null
  readonly proposed: Instant | null
}

/** Out of what was stored of the mail; whatever is not there any more is empty. */
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
