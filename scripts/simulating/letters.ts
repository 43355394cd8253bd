import { lettersEn } from '../../web/words/letters/en.ts'
import { lettersFr } from '../../web/words/letters/fr.ts'
import { readParts } from '../../worker/delivery/in/read-parts.ts'
import { fromIso, instant, type Instant } from '../../worker/domain/time/time.ts'
import { readEvent, type ShownEvent } from '../../worker/http/dev/event.ts'
import type { Mail } from './server-client.ts'

/** A mail as its reader sees it. */
export type Letter = {
  readonly at: Instant
  readonly to: string
  readonly fromName: string
  readonly subject: string
  readonly text: string
  readonly event: ShownEvent | null
  /** Links to one of our pages: the choices they offer, by the link's secret. */
  readonly links: (page: string) => ReadonlyMap<string, readonly string[]>
}

export async function letterOf({ at, to, subject, raw }: Mail): Promise<Letter> {
  const { email, text, calendars } = await readParts(new TextEncoder().encode(raw))
  const calendar = calendars[0]
  return {
    at: fromIso(at) ?? instant(0),
    to,
    subject,
    text,
    fromName: email.from?.name ?? '',
    event: calendar ? readEvent(calendar.text) : null,
    links: (page) => linksIn(text, page),
  }
}

function linksIn(text: string, page: string): ReadonlyMap<string, readonly string[]> {
  const urls = (text.match(/http:\/\/\S+/g) ?? []).map((each) => new URL(each))
  const pages = urls.filter(({ pathname }) => pathname === `/${page}`).map(({ searchParams }) => searchParams)
  const grouped = Map.groupBy(pages, (query) => query.get('k') ?? '')
  return new Map(
    Array.from(grouped, ([k, all]) => [
      k,
      all.flatMap((query) => query.get('option') ?? query.get('result') ?? []),
    ]),
  )
}

/** What was agreed, in writing: it says that it was asked for. */
export function isInWriting({ text }: Letter): boolean {
  return [lettersEn, lettersFr].some(({ agreed }) => text.includes(agreed.why))
}
