import { readEvent, type ShownEvent } from '../../worker/http/dev/event.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import type { Sent } from './house.ts'
import type { Model, Name } from './plain/state.ts'
import type { Seen } from './seen.ts'

export type Link = {
  readonly purpose: string
  readonly k: string
  readonly option: string | null
  readonly to: string
  readonly sessionId: string | null
  /** Of the event that the mail brought. */
  readonly sequence: number | null
}
type Shown = ShownEvent & { readonly stamp: string }
type Told = { readonly reader: Name; readonly shown: Shown }

/** What the readers have: the events of their calendars, as the mails left them, and the links that were mailed. */
export class Readers {
  readonly faults: string[] = []
  readonly links: Link[] = []
  readonly #shown = new Map<string, Shown>()
  /** The highest SEQUENCE that each calendar has, also where we were not told so, and the UIDs of which it is not known. */
  readonly #handed = new Map<string, number>()
  readonly #unsure = new Set<string>()
  readonly #mails = new Map<string, { readonly raw: string; readonly ok: boolean }>()
  readonly #counts = new Map<string, number>()
  /** The last offer to each: which times it named, and whether it was surely handed over. */
  readonly #offers = new Map<string, { readonly options: readonly string[]; readonly ok: boolean }>()

  shown(uid: string | null): Shown | null {
    return (uid && this.#shown.get(uid)) || null
  }

  handed(uid: string | null): number {
    return (uid && this.#handed.get(uid)) || 0
  }

  /** The newest link for that purpose to this address, about that session or with that option. */
  link(purpose: string, to: string, about: Partial<Pick<Link, 'option' | 'sessionId'>>): Link | null {
    const isWanted = (each: Link) =>
      each.purpose === purpose &&
      each.to === to &&
      (about.option === undefined || each.option === about.option) &&
      (about.sessionId === undefined || each.sessionId === about.sessionId)
    return this.links.findLast(isWanted) ?? null
  }

  /** `before`: what each entry was at when the command began. A letter that leaves says what is so then or now. */
  async take({ mail, arrived, ok }: Sent, model: Model, seen: Seen, before: ReadonlyMap<string, number>) {
    const id = /^Message-ID: <(\w+)@/m.exec(mail.raw)?.[1] ?? ''
    const what = `“${mail.subject}” to ${mail.to}`
    const earlier = this.#mails.get(id)
    if (earlier?.ok) this.faults.push(`${what} left twice`)
    if (earlier && earlier.raw !== mail.raw) this.faults.push(`${what} was sent again with other words`)
    this.#mails.set(id, { raw: mail.raw, ok })
    const reader = readerOf(model, mail.to)
    if (!reader) return void this.faults.push(`${what}, which is nobody’s address`)
    const { text, calendar } = await decodedMail(mail.raw)
    const event = calendar ? readEvent(calendar) : null
    const shown = event && { ...event, stamp: /^DTSTAMP:(.*)/m.exec(calendar ?? '')?.[1] ?? '' }
    const letter = seen.letters.find((each) => each.id === id)
    if (letter) this.#mayHave(model, letter, reader, shown)
    if (letter && !earlier && !this.#saysWhatIsLeft(letter, { reader, text, ok }))
      this.#count(model, letter, reader, shown)
    if (shown && !ok) this.#unsure.add(shown.uid)
    if (!arrived) return
    for (const [url] of text.matchAll(/https:\/\/[^\s<>]+\?[^\s<>]*k=[\w-]+[^\s<>]*/g)) {
      const { pathname, searchParams } = new URL(url)
      const [k, option] = [searchParams.get('k') ?? '', searchParams.get('option')]
      const about = { sessionId: letter?.session_id ?? null, sequence: shown?.sequence ?? null }
      this.links.push({ purpose: pathname, k, option, to: mail.to, ...about })
    }
    if (shown && shown.method !== 'DECLINECOUNTER') this.#receives(model, before, { reader, shown })
  }

  #receives(model: Model, before: ReadonlyMap<string, number>, { reader, shown }: Told) {
    const { uid, sequence, method, time } = shown
    const what = `${method} ${sequence} to ${reader}`
    const entry = [...model.entries.values()].find((each) => each.uid === uid)
    if (!entry || entry.reader !== reader) return void this.faults.push(`${what}, who has no such event`)
    const said = entry.revisions.get(sequence)
    if (said?.method !== method || said.span.start !== time?.start || said.span.end !== time.end)
      this.faults.push(`${what} says ${JSON.stringify(time)}; it is ${JSON.stringify(said)}`)
    if (sequence !== entry.sequence && sequence !== before.get(entry.key))
      this.faults.push(`${what} is no longer so: it is at ${entry.sequence}`)
    const had = this.#shown.get(uid)
    if (had && (sequence < had.sequence || shown.stamp < had.stamp))
      this.faults.push(`${what} of ${shown.stamp} after ${had.sequence} of ${had.stamp}`)
    if (had?.method === 'CANCEL' && method === 'REQUEST') this.faults.push(`${what} after its cancellation`)
    if (!had && method === 'CANCEL' && !this.#unsure.has(uid)) this.faults.push(`${what} of nothing`)
    this.#shown.set(uid, shown)
    if (method === 'REQUEST') this.#handed.set(uid, Math.max(sequence, this.handed(uid)))
  }

  /** After a try that failed, and once a time of it has ended: another letter names the rest. */
  #saysWhatIsLeft(
    { kind, session_id }: Seen['letters'][number],
    { reader, text, ok }: { readonly reader: Name; readonly text: string; readonly ok: boolean },
  ): boolean {
    if (kind !== 'offer') return false
    const options = Array.from(text.matchAll(/[?&]option=(\w+)/g), ([, option]) => option ?? '')
    const key = `${session_id} to ${reader}`
    const had = this.#offers.get(key)
    this.#offers.set(key, { options, ok })
    return (
      had !== undefined &&
      !had.ok &&
      options.length < had.options.length &&
      options.every((option) => had.options.includes(option))
    )
  }

  /** One invite a revision, one cancellation an event, one offer each time, one nudge a pause. */
  #count(model: Model, letter: Seen['letters'][number], reader: Name, shown: Shown | null) {
    const again = (key: string | null) => model.again.get(key ?? '') ?? 0
    const of = shown
      ? `${shown.method} ${shown.sequence} of ${shown.uid}`
      : `${letter.kind} of ${letter.session_id}`
    if (shown?.method === 'DECLINECOUNTER' || (!shown && !COUNTED.includes(letter.kind))) return
    const once = letter.kind === 'offer' ? again(`offers of ${letter.session_id}`) : 1
    const most = once + again(reader) + again(letter.session_id)
    const key = `${of} to ${reader}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    if (count > most) this.faults.push(`${count} times ${key}, at most ${most}`)
  }

  /** Nobody who should not have one gets a letter. */
  #mayHave(model: Model, letter: Seen['letters'][number], reader: Name, shown: Shown | null) {
    const what = `${letter.kind} to ${reader}`
    if (model.gone.has(reader) && shown?.method !== 'CANCEL') this.faults.push(`${what}, who was erased`)
    if (!(KINDS[letter.kind] ?? []).includes(roleOf(reader)))
      this.faults.push(`${what}, who gets no such letter`)
    const session = letter.session_id === null ? undefined : model.sessions.get(letter.session_id)
    if (!session) return
    const answers = model.assistants.get(session.executive) ?? session.executive
    if (letter.kind === 'offer' && reader !== answers) this.faults.push(`${what}, who does not answer now`)
    if (letter.kind === 'offer' && model.pairs.get(session.pair)?.status !== 'active')
      this.faults.push(`${what} of a pairing that rests`)
    if (['brief', 'outcome'].includes(letter.kind) && reader !== session.mentor)
      this.faults.push(`${what}, whose session it is not`)
  }
}

/** Beside what a calendar gets. Nobody asks for his own page here: what leads to it is a nudge. */
const COUNTED = ['offer', 'own']

const KINDS: Readonly<Record<string, readonly string[]>> = {
  calendar: ['executive', 'mentor'],
  offer: ['executive', 'assistant'],
  offers: ['assistant'],
  digest: ['assistant'],
  confirm: ['executive', 'mentor'],
  brief: ['mentor'],
  outcome: ['mentor'],
  own: ['executive'],
  agreed: ['executive'],
  attendance: ['executive', 'assistant'],
  urgent: ['manager'],
  morning: ['manager'],
}

function roleOf(name: Name): string {
  if (name === 'nadia') return 'manager'
  if (name === 'tom' || name === 'uma') return 'mentor'
  return name === 'odile' || name === 'denis' ? 'assistant' : 'executive'
}

export function readerOf({ addresses }: Model, address: string): Name | null {
  return [...addresses].find(([, each]) => each === address)?.[0] ?? null
}
