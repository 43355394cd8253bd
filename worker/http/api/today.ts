import { snoozeItem } from '../../actions/today/snooze.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { startOfDay } from '../../domain/time/days.ts'
import { iso } from '../../domain/time/time.ts'
import type { Item } from '../../domain/today/item.ts'
import { findItems, findItemsOf } from '../../domain/today/items.ts'
import { keyOf } from '../../domain/today/snooze.ts'
import { findMorning } from '../../storage/today/morning.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { requestedProgrammes } from './load.ts'
import { programmeQuery } from './people.ts'
import { withBody, withQuery } from './request.ts'
import { snoozeWish } from './shapes/today.ts'

/** What needs the manager, most urgent first, in one programme or in all that she manages. */
export function todayApi(app: App): void {
  app.get(
    '/api/v1/today',
    withQuery(programmeQuery, async (c, { programme }) => {
      const programmes = requestedProgrammes(c, programme)
      if (!programmes || programmes.length === 0) return missing(c)

      const mornings = await Promise.all(programmes.map((id) => findMorning(c.get('platform'), id)))
      const items = findItemsOf(mornings.filter((each) => each !== null))
      return c.json({ items: items.map(itemJson) })
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
      const snoozed = await snoozeItem(c.get('platform'), wish, person.id)
      return snoozed.ok ? c.json({ key, until }, 201) : refused(c, snoozed.refusal)
    }),
  )
}

/** The managed programme that has this item, snoozed or not. */
async function programmeOf(
  c: AppContext,
  named: ProgrammeId | undefined,
  key: string,
): Promise<ProgrammeId | null> {
  for (const id of requestedProgrammes(c, named) ?? []) {
    const morning = await findMorning(c.get('platform'), id)
    const lines = morning ? findItems({ ...morning, snoozes: [] }) : []
    if (lines.some((item) => keyOf(item) === key)) return id
  }
  return null
}

function itemJson(item: Item) {
  const { since, sessionId, pairingId, personId, putOff, ...rest } = item
  return {
    ...rest,
    key: keyOf(item),
    since: iso(since),
    ...(putOff && { putOff: { reason: putOff.reason, until: iso(putOff.until) } }),
    ...(sessionId && { sessionId }),
    ...(pairingId && { pairingId }),
    ...(personId && { personId }),
  }
}
