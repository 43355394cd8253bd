import type { Busy } from '../slot/diary.ts'
import { instant, type Interval, MINUTE } from '../time/time.ts'

export type BusyTime = Interval & { readonly kind: Exclude<Busy['kind'], 'session' | 'hold'> }

const LETTERS = { busy: 'b', tentative: 't', 'out-of-office': 'o' } as const
const KINDS = { b: 'busy', t: 'tentative', o: 'out-of-office' } as const

/** Packs sorted intervals into a short text: minutes since the previous start, kind, and length, rounded outwards. */
export function pack(busy: readonly BusyTime[]): string {
  let last = 0
  return busy
    .map(({ start, end, kind }) => {
      const from = Math.floor(start / MINUTE)
      const to = Math.ceil(end / MINUTE)
      const piece = `${(from - last).toString(36)}${LETTERS[kind].toUpperCase()}${(to - from).toString(36)}`
      last = from
      return piece
    })
    .join(' ')
}

/** Reads what `pack` wrote and keeps the intervals that touch the window. */
export function unpack(text: string, window: Interval): readonly BusyTime[] {
  const found: BusyTime[] = []
  let last = 0
  for (const [, ahead = '', letter = '', long = ''] of text.matchAll(/([0-9a-z]+)([BTO])([0-9a-z]+)/g)) {
    last += Number.parseInt(ahead, 36)
    const start = instant(last * MINUTE)
    const end = instant((last + Number.parseInt(long, 36)) * MINUTE)
    const kind = letter === 'T' ? KINDS.t : letter === 'O' ? KINDS.o : KINDS.b
    if (start < window.end && end > window.start) found.push({ start, end, kind })
  }
  return found
}
