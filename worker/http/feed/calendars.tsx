import { CalendarsPage } from '../../../web/pages/mentor/calendars.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { Published } from '../../../web/parts/published-calendar.tsx'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { publishCalendar } from '../../actions/feed/publish.ts'
import { subscribe, unsubscribe } from '../../actions/feed/subscribe.ts'
import { whyEnded } from '../../domain/people/capability.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import type { Platform } from '../../platform.ts'
import { findFeed } from '../../storage/feed/feed.ts'
import { findToken } from '../../storage/letter/token.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { recordAccess } from '../access-log.ts'
import { type App, type AppContext, type Identity, identityOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { frameOf } from '../frame.ts'
import { afterSaving } from '../manager/after-press.ts'
import { memberFor } from '../manager/people/person-data.ts'
import { missing } from '../responses.tsx'
import { badAddress, isStopped, publishedFrom, publishedOf } from './published.ts'

/** The feed that a person subscribes to, and the calendar that a mentor publishes. */
export function calendarPagesOfPeople(app: App): void {
  app.get('/people/:id/calendars', async (c) => {
    const owner = await ownerFor(c)
    if (!owner) return missing(c)
    await recordAccess(c, [owner.person.id], '/people/:id/calendars')
    return page(c, owner, EMPTY_FORM)
  })

  app.post('/people/:id/busy-feed', async (c) => {
    const owner = await ownerFor(c)
    if (!owner?.isMentor) return missing(c)
    const fields = await fieldsOf(c)
    const platform = c.get('platform')
    const { id } = owner.person
    const published = await publishedFrom(platform, id, fields, (address) =>
      publishCalendar(platform, id, address),
    )
    if (!published.ok) {
      const { bad } = wordsFor(identityOf(c).person).calendars
      return page(c, owner, badAddress(fields, bad[published.refusal]))
    }
    const saved = isStopped(fields) ? 'calendar-gone' : 'calendar'
    return c.redirect(afterSaving(`${paths.personCalendars(id)}#published`, saved), 303)
  })

  app.post(paths.feed, async (c) => {
    const { person } = identityOf(c)
    await subscribe(c.get('platform'), person.id, person.email)
    return c.redirect(afterSaving(`${paths.personCalendars(person.id)}#subscribed`, 'subscribed'), 303)
  })

  app.post(paths.feedRevocation, async (c) => {
    const { person } = identityOf(c)
    await unsubscribe(c.get('platform'), person.id)
    return c.redirect(afterSaving(`${paths.personCalendars(person.id)}#subscribed`, 'unsubscribed'), 303)
  })
}

type CalendarOwner = { readonly person: Person; readonly isOwn: boolean; readonly isMentor: boolean }

/** The signed-in person, or a mentor of a programme that the manager manages; else null. */
async function ownerFor(c: AppContext): Promise<CalendarOwner | null> {
  const { person, actor } = identityOf(c)
  if (c.req.param('id') === person.id) return { person, isOwn: true, isMentor: isAnywhere(actor, 'mentor') }
  const member = (await memberFor(c))?.member
  return member?.roles.includes('mentor') ? { person: member, isOwn: false, isMentor: true } : null
}

async function page(c: AppContext, { person, isOwn, isMentor }: CalendarOwner, form: FormState) {
  const platform = c.get('platform')
  const data = {
    frame: frameOf(c, isOwn && isMentor ? 'hours' : 'people'),
    personId: person.id,
    name: isOwn ? null : person.name,
    feed: isOwn ? { url: await feedUrl(platform, identityOf(c)) } : null,
    published: isMentor ? await publishedTo(platform, { person, isOwn }) : null,
    form,
  }
  return c.html(<CalendarsPage {...data} />, form.errors.length > 0 ? 422 : 200)
}

/** One calendar stands for all that a person does here: of an executive's not even a mentor's manager reads where it is. */
async function publishedTo(
  platform: Platform,
  { person, isOwn }: Pick<CalendarOwner, 'person' | 'isOwn'>,
): Promise<Published> {
  const published = await publishedOf(platform, person.id)
  if (isOwn) return published
  const memberships = await listMemberships(platform.db, person.id)
  return memberships.some(({ role }) => role === 'executive') ? { ...published, host: null } : published
}

/** One that has ended is offered anew. */
async function feedUrl(platform: Platform, { person, actor, isOwner }: Identity): Promise<string | null> {
  const { db, settings } = platform
  const feed = await findFeed(db, person.id)
  if (!feed) return null
  const roles = actor.memberships.map(({ role }) => role)
  const standing = { addresses: addressesOf(person), roles, isOwner, situation: null }
  if (whyEnded({ purpose: 'feed', personId: person.id, address: feed.address }, standing)) return null
  return `${settings.origin}/calendar.ics?${new URLSearchParams({ k: await findToken(platform, feed.linkId) })}`
}
