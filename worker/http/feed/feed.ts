import { wordsOfFeed } from '../../../web/words/feed.ts'
import { feedEntry } from '../../domain/feed/feed.ts'
import { writeFeed } from '../../domain/itip/write.ts'
import { type Held, whyEnded } from '../../domain/people/capability.ts'
import { programmesOf } from '../../domain/people/permission.ts'
import { addressesOf } from '../../domain/people/person.ts'
import { scopeOf } from '../../domain/sign-in/scope.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { listFeedSessions } from '../../storage/feed/feed-sessions.ts'
import { findFeedOwner } from '../../storage/feed/feed.ts'
import { listHeldTimes } from '../../storage/feed/held-times.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { listOwnAddresses } from '../../storage/sign-in/sign-in.ts'
import type { App } from '../context.ts'
import { missing } from '../responses.tsx'

/** The iCalendar feed of a mentor's or manager's sessions. The secret in the URL identifies the owner. */
export function feedRoutes(app: App): void {
  app.get('/calendar.ics', async (c) => {
    const platform = c.get('platform')
    const k = c.req.query('k')
    const held = k ? await findFeedOwner(platform.db, k) : null
    const text = held && (await feedOf(platform, { ...held, purpose: 'feed' }))
    if (!text) return missing(c)

    const etag = `"${await hashOf(text)}"`
    const headers = { ETag: etag, 'Content-Type': 'text/calendar; charset=utf-8' }
    const etags =
      c.req
        .header('If-None-Match')
        ?.split(',')
        .map((each) => each.trim().replace(/^W\//, '')) ?? []
    if (etags.includes(etag) || etags.includes('*')) return c.body(null, 304, { ETag: etag })
    return c.body(text, 200, headers)
  })
}

/** Byte-identical while nothing changes, for the ETag. Null if the owner is no longer mentor or manager, or it has ended. */
async function feedOf({ db, now, settings }: Platform, held: Held): Promise<string | null> {
  const { personId } = held
  const [found, joined, apart] = await Promise.all([
    findPerson(db, personId),
    listMemberships(db, personId),
    listOwnAddresses(db, personId),
  ])
  if (!found) return null
  const { person: owner, opens } = scopeOf(held.address, found, apart)
  const memberships = joined.filter(({ programmeId }) => opens(programmeId))
  const managed = memberships.flatMap(({ role, programmeId }) => (role === 'manager' ? [programmeId] : []))
  const isMentor = memberships.some(({ role }) => role === 'mentor')
  if (managed.length === 0 && !isMentor) return null
  const roles = memberships.map(({ role }) => role)
  if (whyEnded(held, { addresses: addressesOf(owner), roles, situation: null })) return null

  const words = wordsOfFeed(owner.locale)
  const asMentor = { mentorId: owner.id, mine: programmesOf({ personId, memberships }) }
  const [own, heldTimes, all] = await Promise.all([
    isMentor ? listFeedSessions(db, asMentor, now()) : [],
    isMentor ? listHeldTimes(db, asMentor, now()) : [],
    managed.length > 0 ? listFeedSessions(db, { managed }, now()) : [],
  ])
  const mine = new Set(own.map(({ id }) => id))
  const entries = [
    ...[...own, ...heldTimes].map((each) => feedEntry(each, 'mentor', settings.replyDomain, words.with)),
    ...all
      .filter(({ id }) => !mine.has(id))
      .map((each) => feedEntry(each, 'manager', settings.replyDomain, words.with)),
  ]
  return writeFeed({ name: words.name, entries })
}
