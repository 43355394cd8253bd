import { snoozeItem } from '../../actions/today/snooze.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { SuggestedNow } from '../../domain/mail/suggested-now.ts'
import { startOfDay } from '../../domain/time/days.ts'
import { iso } from '../../domain/time/time.ts'
import { asReadBy, type Item } from '../../domain/today/item.ts'
import { findItems, findItemsOf } from '../../domain/today/items.ts'
import { shownOf } from '../../domain/today/shown.ts'
import { keyOf, kindOf, mailIn } from '../../domain/today/snooze.ts'
import { findReceivedFor } from '../../storage/mail/received.ts'
import { findMorning } from '../../storage/today/morning.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { requestedProgrammes } from './load.ts'
import { withBody, withQuery } from './request.ts'
import { snoozeWish, todayQuery } from './shapes/today.ts'

/** What needs the manager, most urgent first, in one programme or in all that she manages. */
export function todayApi(app: App): void {
  app.get(
    '/api/v1/today',
    withQuery(todayQuery, async (c, { programme, kind }) => {
      const programmes = requestedProgrammes(c, programme)
      if (!programmes || programmes.length === 0) return missing(c)

      const wanted = { whole: kind ?? null }
      const read = await Promise.all(programmes.map((id) => findMorning(c.get('platform'), id, wanted)))
      const mornings = read.flatMap((each) => (each ? [asReadBy(each, identityOf(c).person.id)] : []))
      const found = findItemsOf(mornings)
      if (kind !== undefined)
        return c.json({ items: found.filter((item) => item.kind === kind).map(itemJson), more: [] })
      const unread = mornings.flatMap((morning) => morning.unread)
      const { items, more } = shownOf(found, unread)
      return c.json({ items: items.map(itemJson), more })
    }),
  )

  app.post(
    '/api/v1/today/snoozes',
    withBody(snoozeWish, async (c, { programmeId, key, until }) => {
      const programme = await programmeOf(c, programmeId, key)
      if (!programme) return missing(c)
      const { person } = identityOf(c)
      const wish = {
        programmeId: programme,
        key,
        until: until === null ? null : startOfDay(person.zone, until),
      }
      const snoozed = await snoozeItem(c.get('platform'), wish, managerOf(c))
      return snoozed.ok ? c.json({ key, until }, 201) : refused(c, snoozed.refusal)
    }),
  )
}

/** The managed programme that has this item, snoozed or not; a mail also once it is settled. */
async function programmeOf(
  c: AppContext,
  named: ProgrammeId | undefined,
  key: string,
): Promise<ProgrammeId | null> {
  const mailId = mailIn(key)
  for (const id of requestedProgrammes(c, named) ?? []) {
    if (mailId && (await findReceivedFor(c.get('platform').db, mailId, [id]))) return id
    const morning = await findMorning(c.get('platform'), id, { whole: kindOf(key) })
    const lines = morning ? findItems({ ...asReadBy(morning, identityOf(c).person.id), snoozes: [] }) : []
    if (lines.some((item) => keyOf(item) === key)) return id
  }
  return null
}

function itemJson(item: Item) {
  const { since, sessionId, pairingId, personId, putOff, suggestion, actsAt, ending: _, ...rest } = item
  return {
    ...rest,
    key: keyOf(item),
    since: iso(since),
    ...(suggestion && { suggestion: suggestionJson(suggestion) }),
    ...(putOff && { putOff: { reason: putOff.reason, until: iso(putOff.until) } }),
    ...(actsAt !== undefined && { actsAt: iso(actsAt) }),
    ...(sessionId && { sessionId }),
    ...(pairingId && { pairingId }),
    ...(personId && { personId }),
  }
}

function suggestionJson({ source, refusal, ...says }: SuggestedNow) {
  return {
    kind: says.kind,
    source,
    refusal: refusal?.reason ?? null,
    ...(says.kind === 'option' && { optionId: says.optionId }),
    ...('time' in says && { start: iso(says.time.start), end: iso(says.time.end) }),
    ...(says.kind === 'later' && { notBefore: iso(says.notBefore) }),
  }
}
