import type { Mail } from '../../worker/domain/letter/mail-port.ts'
import { fromIso, type Instant } from '../../worker/domain/time/time.ts'

export type MailedEvent = {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly stamp: string
  readonly start: Instant
  readonly location: string
}

/** The words of a mail about a move. */
const MOVED = /It replaces/

/** The calendars of all readers, as their mails leave them, and what was wrong with the mails' order. */
export class CalendarsByMail {
  readonly faults: string[] = []
  readonly #events = new Map<string, MailedEvent & { readonly reader: string }>()
  readonly #mayHave = new Set<string>()
  readonly #declined = new Map<string, number>()

  /** RFC 5546 §2.1.5: the later revision counts. */
  receives(mail: Mail): void {
    const event = this.eventIn(mail)
    if (!event || event.method === 'DECLINECOUNTER') return
    const { method, uid, sequence, stamp } = event
    const before = this.#events.get(uid)
    if (before && sequence < before.sequence) this.#fault(`SEQUENCE falls: ${before.sequence} to ${sequence}`)
    if (before && sequence === before.sequence && method === 'REQUEST' && stamp < before.stamp)
      this.#fault('DTSTAMP falls')
    if (before?.method === 'CANCEL' && method === 'REQUEST') this.#fault('REQUEST after CANCEL')
    if (!before && method === 'CANCEL' && !this.#mayHave.has(uid)) this.#fault('CANCEL of nothing')
    if (!before && !this.#mayHave.has(uid) && MOVED.test(textIn(mail)))
      this.#fault('moved from what was never seen')
    if (before || method === 'REQUEST') this.#events.set(uid, { ...event, reader: mail.to })
  }

  /** A mail whose fate nobody knows. */
  mayHave(mail: Mail): void {
    const event = this.eventIn(mail)
    if (event?.method === 'REQUEST') this.#mayHave.add(event.uid)
  }

  has(uid: string, sequence: number): boolean {
    const event = this.#events.get(uid)
    return event?.method === 'REQUEST' && event.sequence === sequence
  }

  /** The reader struck the event out: until it is moved he gets no word of it, and its place says nothing. */
  declines(uid: string, sequence: number): void {
    this.#declined.set(uid, sequence)
  }

  /** Who has what, from this moment on. */
  shownAfter(now: Instant): readonly string[] {
    return Array.from(this.#events.values())
      .filter(({ method, start }) => method === 'REQUEST' && start > now)
      .map(({ reader, uid, sequence, start, location }) => {
        const place = this.#declined.get(uid) === sequence ? '(declined)' : location
        return `${reader} ${start} ${place} #${sequence}`
      })
      .toSorted()
  }

  eventIn({ raw }: Mail): MailedEvent | null {
    const encoded = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1]
    if (!encoded) return null
    const text = atob(encoded.replace(/\s/g, '')).replace(/\r\n /g, '')
    const valueOf = (name: string) => new RegExp(`^${name}[^:\r\n]*:(.*)`, 'm').exec(text)?.[1]?.trim() ?? ''
    const start = valueOf('DTSTART').replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    )
    return {
      method: valueOf('METHOD'),
      uid: valueOf('UID'),
      sequence: Number(valueOf('SEQUENCE')),
      stamp: valueOf('DTSTAMP'),
      start: fromIso(start) ?? neverAt(),
      location: valueOf('LOCATION'),
    }
  }

  #fault(what: string): void {
    this.faults.push(what)
  }
}

/** The words of a mail: its first part. */
function textIn({ raw }: Mail): string {
  const encoded = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? ''
  return new TextDecoder().decode(
    Uint8Array.from(atob(encoded.replace(/\s/g, '')), (each) => each.charCodeAt(0)),
  )
}

function neverAt(): never {
  throw new Error('an event without a start')
}
