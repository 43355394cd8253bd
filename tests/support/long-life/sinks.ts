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
  'search',
  'export',
  'error',
  'redirect',
  'cookie',
  'header',
  'log',
  'kept form',
  'request to outside',
  'database',
] as const
export type Sink = (typeof SINKS)[number]

/** They come with what sends them, and then need a row above and a place in the walk. */
export const LATER = ['webhook', 'MCP', 'backup', 'sponsor’s page', 'own record', 'dossier'] as const

export type Text = Reading & { readonly sink: Sink; readonly where: string; readonly text: string }
export type Leak = { readonly sink: Sink; readonly where: string; readonly reader: string; readonly what: string }

/** Reads all that leaves, and says what should not have. */
export class Watch {
  readonly leaks: Leak[] = []
  readonly texts = new Map<Sink, number>()
  readonly allowed = new Map<string, number>()
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
    for (const found of canariesIn(this.#altered(text))) this.#judge(found, text, standing)
  }

  #judge({ owner, field }: Found, text: Text, standing: Standing): void {
    const whose = this.#owners.get(owner)
    const what = `${owner}’s ${field}`
    if (whose && isField(field) && isAllowed(field, whose, text, standing)) {
      this.allowed.set(field, (this.allowed.get(field) ?? 0) + 1)
      return
    }
    const { sink, where, readerId } = text
    this.leaks.push({ sink, where, reader: this.#nameOf(readerId), what })
  }
}
