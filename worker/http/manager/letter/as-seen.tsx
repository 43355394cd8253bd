import {
  AS_SEEN_FIELDS,
  type AsSeen,
  type AsSeenData,
  AsSeenPage,
} from '../../../../web/pages/manager/letter/as-seen.tsx'
import { paths, WORDS } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { lettersAbout } from '../../../domain/letter/about-session.ts'
import { exampleLetters } from '../../../domain/letter/example.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import { isForReaderAlone } from '../../../domain/letter/reader-kind.ts'
import { hasText } from '../../../domain/letter/thread.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Policy } from '../../../domain/programme/programme.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { listFormats } from '../../../storage/path/format.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { sessionSituationFor } from '../load.ts'
import {
  frameInProgramme,
  type ProgrammeScope,
  programmeScope,
  programmeScopeOfPath,
} from '../programme-scope.ts'
import { letterFor } from './load.ts'
import { seenLetter, sourceOf } from './seen-letter.ts'

/** What leaves, as those who read it see it: of a session as it stands, and of a stored letter. It sends nothing. */
export function asSeenPages(app: App): void {
  app.get('/sessions/:id/as-they-see-it', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const { id } = situation.session
    await recordAccess(c, bothOf(situation), '/sessions/:id/as-they-see-it')
    const sourceAt = (nth: number) => `${paths.sessionSource(id)}?nth=${nth}`
    const letters = lettersAbout(situation)
    return page(c, letters, {
      policy: situation.programme.policy,
      situation,
      sourceAt,
      back: paths.session(id),
    })
  })

  app.get('/sessions/:id/source', async (c) => {
    const situation = await sessionSituationFor(c)
    const letter = situation && lettersAbout(situation)[Number(c.req.query('nth') ?? 0)]
    if (!letter) return missing(c)
    await recordAccess(c, bothOf(situation), '/sessions/:id/source')
    return source(c, letter)
  })

  app.get('/programmes/:id/as-they-see-it', async (c) => {
    const scope = programmeScopeOfPath(c)
    if (!scope) return missing(c)
    const { id, policy } = scope.programme
    return page(c, await examplesIn(c, scope), {
      ...{ policy, situation: null, back: `${paths.programme(id)}#${WORDS}`, isExample: true },
      sourceAt: (nth) => `${paths.programmeSource(id)}?nth=${nth}`,
    })
  })

  app.get('/programmes/:id/source', async (c) => {
    const scope = programmeScopeOfPath(c)
    const letter = scope && (await examplesIn(c, scope))[Number(c.req.query('nth') ?? 0)]
    return letter ? source(c, letter) : missing(c)
  })

  app.get('/deliveries/:id/as-they-see-it', async (c) => {
    const found = await storedFor(c)
    if (!found) return missing(c)
    const { letter, policy, situation } = found
    await recordAccess(c, subjectsOf(found), '/deliveries/:id/as-they-see-it')
    const sourceAt = () => paths.deliverySource(letter.id)
    return page(c, [letter], { policy, situation, sourceAt, back: paths.deliveries })
  })

  app.get('/deliveries/:id/source', async (c) => {
    const found = await storedFor(c)
    if (!found) return missing(c)
    await recordAccess(c, subjectsOf(found), '/deliveries/:id/source')
    return source(c, found.letter)
  })
}

/** What the programme's own words make of invented people. */
async function examplesIn(c: AppContext, { programme }: ProgrammeScope): Promise<readonly Letter[]> {
  const { person: manager } = identityOf(c)
  const { db, now, newId, random } = c.get('platform')
  const formats = await listFormats(db, programme.id)
  const names = wordsFor(manager).outward.names
  return exampleLetters({ programme, manager, formats, names, now: now(), newId, random })
}

type Found = {
  readonly letter: Letter
  readonly readerId: PersonId
  readonly policy: Policy
  /** Of the session it is about; null: it is about none. */
  readonly situation: SessionSituation | null
}

/** Whose letter it is, and whose session it is about. */
function subjectsOf({ readerId, situation }: Found): readonly PersonId[] {
  return [readerId, ...(situation ? bothOf(situation) : [])]
}

/** A stored letter while its words are kept. One for its reader alone is no manager's to read. */
async function storedFor(c: AppContext): Promise<Found | null> {
  const stored = await letterFor(c)
  if (!stored || !hasText(stored.letter) || isForReaderAlone(stored.letter)) return null
  const situation = stored.sessionId ? await findSessionSituation(c.get('platform'), stored.sessionId) : null
  const programme = situation?.programme ?? programmeScope(c)?.programme
  return programme
    ? { letter: stored.letter, readerId: stored.personId, policy: programme.policy, situation }
    : null
}

async function page(
  c: AppContext,
  letters: readonly Letter[],
  {
    policy,
    situation,
    sourceAt,
    back,
    isExample = false,
  }: {
    readonly policy: Policy
    readonly situation: SessionSituation | null
    readonly sourceAt: (nth: number) => string
    readonly back: string
    readonly isExample?: boolean
  },
) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  const shown = await Promise.all(
    letters.map(async (letter, nth): Promise<AsSeen> => {
      const mail = await seenLetter(c.get('platform'), letter, { policy, situation })
      return { ...mail, source: sourceAt(nth) }
    }),
  )
  const look = lookOf('manager', identityOf(c).person.id, situation?.executive ?? null)
  const data = seen<AsSeenData>(look, AS_SEEN_FIELDS, {
    ...{ frame: frameInProgramme(c, null, scope), back, isExample, seen: shown },
  })
  return c.html(<AsSeenPage {...data} />)
}

async function source(c: AppContext, letter: Letter) {
  return c.text(await sourceOf(c.get('platform'), letter))
}
