import type { PersonId } from '../../../worker/domain/ids.ts'
import { canariesIn, type Found } from './canary.ts'
import { isAllowed, isField, type Owner, type Reading, type Standing } from './cells.ts'

/** Where a text goes. */
export const SINKS = [
  'mail',
  'mailed event',
  'feed',
  'event file',
  'page',
  'linked page',
  'public page',
  'api',
  'agent',
  'webhook',
  'search',
  'export',
  'record file',
  'preview',
  'report',
  'error',
  'redirect',
  'cookie',
  'header',
  'log',
  'kept form',
  'request to outside',
] as const
export type Sink = (typeof SINKS)[number]

/** What sends these is not there yet. A route that looks like it fails the test, until the sink stands above. */
export const LATER: readonly { readonly sink: string; readonly path: RegExp }[] = [
  { sink: 'backup', path: /backup/ },
]

export type Text = Reading & { readonly sink: Sink; readonly where: string; readonly text: string }
export type Leak = {
  readonly sink: Sink
  readonly where: string
  readonly reader: string
  readonly what: string
  readonly near: string
}

const MAX_KNOWN = 300

/** Reads all that leaves, and says what should not have. */
export class Watch {
  readonly leaks: Leak[] = []
  readonly texts = new Map<Sink, number>()
  readonly allowed = new Map<string, number>()
  readonly #known = new Map<string, readonly Found[]>()
  readonly #owners: ReadonlyMap<string, Owner>
  readonly #nameOf: (id: PersonId | null) => string
  readonly #altered: (text: Text) => string

  /** `altered` is what a test of the test does to a text before it is read. */
  constructor(
    owners: ReadonlyMap<string, Owner>,
    nameOf: (id: PersonId | null) => string,
    altered: (text: Text) => string = ({ text }) => text,
  ) {
    this.#owners = owners
    this.#nameOf = nameOf
    this.#altered = altered
  }

  read(text: Text, standing: Standing): void {
    this.texts.set(text.sink, (this.texts.get(text.sink) ?? 0) + 1)
    for (const found of this.#foundIn(this.#altered(text))) this.#judge(found, text, standing)
  }

  /** Short texts are much the same again and again. */
  #foundIn(text: string): readonly Found[] {
    const known = this.#known.get(text) ?? canariesIn(text)
    if (text.length < MAX_KNOWN) this.#known.set(text, known)
    return known
  }

  #judge({ owner, field, near }: Found, text: Text, standing: Standing): void {
    const whose = this.#owners.get(owner)
    // Neither is anybody's or anything: a hash that looks like a canary.
    if (!whose && !isField(field)) return
    const what = `${owner}’s ${field}`
    if (whose && isField(field) && isAllowed(field, whose, text, standing)) {
      this.allowed.set(field, (this.allowed.get(field) ?? 0) + 1)
      return
    }
    const { sink, where, readerId } = text
    this.leaks.push({ sink, where, reader: this.#nameOf(readerId), what, near })
  }
}
