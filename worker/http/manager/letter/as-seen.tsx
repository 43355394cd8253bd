import { lintLetter } from '../../../../web/letters/outward.ts'
import {
  AS_SEEN_FIELDS,
  type AsSeen,
  type AsSeenData,
  AsSeenPage,
} from '../../../../web/pages/manager/letter/as-seen.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { composeMasked } from '../../../compose/masked.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import { isGathered, readerKindOf } from '../../../domain/letter/reader-kind.ts'
import { hasText } from '../../../domain/letter/thread.ts'
import { calendarLetter, offerLetter } from '../../../domain/letter/write.ts'
import { seen } from '../../../domain/people/fields.ts'
import { isNameless, lookOf } from '../../../domain/people/permission.ts'
import type { Policy } from '../../../domain/programme/programme.ts'
import { standingOptions, type Invite } from '../../../domain/session/session.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import type { Interval } from '../../../domain/time/time.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { sessionSituationFor } from '../load.ts'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'
import { letterFor } from './load.ts'

/** What leaves, as those who read it see it: of a session as it stands, and of a stored letter. It sends nothing. */
export function asSeenPages(app: App): void {
  app.get('/sessions/:id/as-they-see-it', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const { id } = situation.session
    await recordAccess(c, bothOf(situation), '/sessions/:id/as-they-see-it')
    const sourceOf = (nth: number) => `${paths.sessionSource(id)}?nth=${nth}`
    const letters = lettersAbout(situation)
    return page(c, letters, {
      policy: situation.programme.policy,
      situation,
      sourceOf,
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

  app.get('/deliveries/:id/as-they-see-it', async (c) => {
    const found = await storedFor(c)
    if (!found) return missing(c)
    const { letter, policy, situation } = found
    await recordAccess(c, subjectsOf(found), '/deliveries/:id/as-they-see-it')
    const sourceOf = () => paths.deliverySource(letter.id)
    return page(c, [letter], { policy, situation, sourceOf, back: paths.deliveries })
  })

  app.get('/deliveries/:id/source', async (c) => {
    const found = await storedFor(c)
    if (!found) return missing(c)
    await recordAccess(c, subjectsOf(found), '/deliveries/:id/source')
    return source(c, found.letter)
  })
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

/** A stored letter while its words are kept. One that is gathered from several programmes is no manager's to read. */
async function storedFor(c: AppContext): Promise<Found | null> {
  const stored = await letterFor(c)
  if (!stored || !hasText(stored.letter) || isGathered(stored.letter)) return null
  const situation = stored.sessionId ? await findSessionSituation(c.get('platform'), stored.sessionId) : null
  const programme = situation?.programme ?? programmeScope(c)?.programme
  return programme
    ? { letter: stored.letter, readerId: stored.personId, policy: programme.policy, situation }
    : null
}

/** The offer that is open, and both events: as they stand, or as they would with the first of the offered times. */
function lettersAbout(situation: SessionSituation): readonly Letter[] {
  const { session, executive, mentor } = situation
  const { offer } = session
  const offered = offer?.status === 'open' ? offer : null
  const time = session.time ?? (offered && standingOptions(offered, situation.now)[0]) ?? null
  const live = session.invites.filter((each) => each.live)
  const invites = live.length > 0 ? live : [executive, mentor].map(({ id }) => inviteTo(id, situation))
  return [
    ...(offered ? [offerLetter(situation, session, offered).outgoing.letter] : []),
    ...(time ? invites.map((each) => eventOf(situation, each, time)) : []),
  ]
}

function eventOf(situation: SessionSituation, invite: Invite, { start, end }: Interval): Letter {
  const message = { method: 'REQUEST', time: { start, end } } as const
  return calendarLetter(situation, situation.session, invite, message).outgoing.letter
}

/** An invite that was never made: what would be sent. */
function inviteTo(personId: Invite['personId'], { newId, now }: SessionSituation): Invite {
  return {
    ...{ id: newId('inv'), personId, uid: '', organizer: '', sequence: 0, partstat: 'NEEDS-ACTION' },
    ...{ live: true, stampedAt: now, answer: null, sentSequence: null },
  }
}

async function page(
  c: AppContext,
  letters: readonly Letter[],
  {
    policy,
    situation,
    sourceOf,
    back,
  }: {
    readonly policy: Policy
    readonly situation: SessionSituation | null
    readonly sourceOf: (nth: number) => string
    readonly back: string
  },
) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  const { settings } = c.get('platform')
  const shown = await Promise.all(
    letters.map(async (letter, nth): Promise<AsSeen> => {
      const { mail, written } = await composeMasked(settings, letter)
      const reader = readerKindOf(letter)
      const hidden = situation && isNameless(situation.executive) && reader !== 'mentor'
      const rules = { ...policy, hiddenNames: hidden ? [situation.mentor.name] : [] }
      return {
        ...{ kind: letter.kind, reader, name: letter.reader.name },
        ...{ from: `${written.fromName} <${mail.from}>`, to: mail.to, subject: mail.subject },
        text: written.text,
        event:
          written.calendar && letter.kind === 'calendar' ? { ...written.calendar, time: letter.time } : null,
        ...{ octets: new TextEncoder().encode(mail.raw).length, parts: partsOf(mail.raw) },
        found: lintLetter(letter, written, rules),
        source: sourceOf(nth),
      }
    }),
  )
  const look = lookOf('manager', identityOf(c).person.id, situation?.executive ?? null)
  const data = seen<AsSeenData>(look, AS_SEEN_FIELDS, {
    frame: frameInProgramme(c, null, scope),
    back,
    seen: shown,
  })
  return c.html(<AsSeenPage {...data} />)
}

/** The parts of a mail in their order, by type. */
function partsOf(raw: string): readonly string[] {
  return Array.from(raw.matchAll(/^Content-Type: ([^;\r\n]+)/gim), ([, type = '']) => type.trim())
}

/** As it is handed over, but for its secrets. */
async function source(c: AppContext, letter: Letter) {
  const { mail } = await composeMasked(c.get('platform').settings, letter)
  return c.text(mail.raw)
}
