import { paths } from '../../../web/pages/paths.ts'
import type { Notice, NoticeDeed } from '../../../web/parts/page-frame.ts'
import { formatTime } from '../../../web/words/moments.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { managedBy } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import { after, HOUR } from '../../domain/time/time.ts'
import { findPress, type PressDone } from '../../storage/undo/press.ts'
import { type AppContext, identityOf } from '../context.ts'
import { hereOf, type Pressed, pressedIn, pressedText } from './after-press.ts'
import { programmeScope } from './programme-scope.ts'
import { earlierAt } from './put-back.ts'

/** What a press has done, as the page at this address says it. */
export async function noticeAfter(c: AppContext, address: string): Promise<Notice | null> {
  const url = new URL(address, c.req.url)
  const { person, actor } = identityOf(c)
  const { db, now } = c.get('platform')
  const words = wordsFor(person).press
  const what = url.searchParams.get('done')
  const saved =
    Object.entries(words.saved).find(([code]) => code === what)?.[1] ?? madeIn(words.made, what, url)
  const found = await Promise.all(
    pressedIn(url.searchParams.get('pressed') ?? undefined).map(async (press) => {
      const done = await findPress(db, press, managedBy(actor), now())
      return done && after(done.at, HOUR) >= now() ? { press, ...done } : null
    }),
  )
  const done = found.filter((each) => each !== null)
  const left = leftIn(wordsFor(person).several, what, url)
  const sentences = [...sentencesOf(done, person), ...(saved ? [saved] : []), ...(left ? [left] : [])]
  if (sentences.length === 0) return null
  const earlier = saved ? await earlierAt(c, url) : null
  const deeds = [...deedsOf(c, url, done), ...(earlier ? [{ ...earlier, label: words.putBack }] : [])]
  return { tone: 'done', sentence: sentences.join(' '), deeds }
}

/** A sentence with a number in it. */
function madeIn(
  words: ReturnType<typeof wordsFor>['press']['made'],
  what: string | null,
  { searchParams }: URL,
): string | undefined {
  const count = searchParams.get('count') ?? ''
  const sentence = Object.entries(words).find(([code]) => code === what)?.[1]
  return sentence && /^\d{1,6}$/.test(count) ? sentence(Number(count)) : undefined
}

/** What a press on several lines left as it was. */
function leftIn(
  { left, nothing }: ReturnType<typeof wordsFor>['several'],
  what: string | null,
  { searchParams }: URL,
): string | undefined {
  const count = searchParams.get('left') ?? ''
  const why = Object.entries(nothing).find(([code]) => code === what)?.[1]
  return why && /^[1-9]\d{0,5}$/.test(count) ? left(Number(count)) : undefined
}

type DoneOne = PressDone & { readonly press: Pressed }

/** Whoever has pressed may take back what nobody has heard of yet; lines come back too. */
function deedsOf(c: AppContext, url: URL, done: readonly DoneOne[]): readonly NoticeDeed[] {
  const { person } = identityOf(c)
  const words = wordsFor(person).press
  const open = done.filter(({ until, pressedBy }) => until !== null && pressedBy === person.id)
  const lines = url.searchParams.get('lines')
  if (open.length === 0 && !lines) return []
  const scope = programmeScope(c)
  const pressed = { ...(open.length > 0 && { pressed: pressedText(open.map(({ press }) => press)) }) }
  const around = { ...(scope && { programme: scope.programme.id }), back: hereOf(url) }
  const hidden = { ...pressed, ...(lines && { lines }), ...around }
  return [
    { action: paths.undo, hidden, label: words.undo },
    ...(open.some(({ readers }) => readers.length > 0)
      ? [{ action: paths.sendNow, hidden: { ...pressed, ...around }, label: words.sendNow }]
      : []),
  ]
}

/** One for each kind of act, with who hears of it and when. */
function sentencesOf(done: readonly DoneOne[], reader: Person): readonly string[] {
  const kinds = Map.groupBy(done, ({ acts, until }) => `${acts.join(' ')} ${until}`)
  return Array.from(kinds.values(), (alike) => sentenceOf(alike, reader))
}

function sentenceOf(alike: readonly DoneOne[], reader: Person): string {
  const { acts, done, several, willHear, isTold, areTold, nobody } = wordsFor(reader).press
  const [first] = alike
  const codes = first?.acts ?? []
  const until = first?.until ?? null
  const known = codes.flatMap((code) => Object.entries(acts).find(([each]) => each === code)?.[1] ?? [])
  const what = [...new Set(known)].join(' ') || done
  const said = alike.length > 1 ? `${several(alike.length)} ${what}` : what
  const readers = [...new Set(alike.flatMap((each) => each.readers))]
  if (readers.length === 0) return codes.includes('undone') ? said : `${said} ${nobody}`
  const names = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(readers)
  if (until !== null) return `${said} ${willHear(names, formatTime(until, reader))}`
  return `${said} ${(readers.length === 1 ? isTold : areTold)(names)}`
}
