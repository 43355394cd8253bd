import * as z from 'zod/mini'

import { after, DAY, HOUR, iso } from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'
import type { House } from './house.ts'
import type { World } from './people.ts'
import { atTheDesk } from './timeline.ts'

const Today = z.object({
  items: z.array(
    z.looseObject({
      key: z.string(),
      kind: z.string(),
      sessionId: z.optional(z.string()),
      pairingId: z.optional(z.string()),
      personId: z.optional(z.string()),
      proposalId: z.optional(z.string()),
    }),
  ),
})
export type Line = z.infer<typeof Today>['items'][number]

export type Manager = {
  /** What she pressed or wrote, by the kind of line. */
  readonly touches: ReadonlyMap<string, number>
  /** Her five minutes: every line of Today, once. */
  readonly morning: (lines: readonly Line[]) => Promise<void>
}

export async function linesOf(house: House, programmeId: string): Promise<readonly Line[]> {
  return Today.parse(await house.get(`/today?programme=${programmeId}`)).items
}

export function managerIn(world: World): Manager {
  const touches = new Map<string, number>()
  /** Chased once: what comes of it is seen on another morning. */
  const chased = new Set<string>()
  const touch = (kind: string, count = 1) => void touches.set(kind, (touches.get(kind) ?? 0) + count)
  return {
    touches,
    morning: async (lines) => {
      for (const line of lines) if (!chased.has(line.key)) await settle(world, line, touch, chased)
    },
  }
}

/** A line of Today costs two: to open what it is about, and to press what is to be done. */
const PRESSES = 2

async function settle(
  world: World,
  line: Line,
  touch: (kind: string, count?: number) => void,
  chased: Set<string>,
): Promise<void> {
  const { house } = world
  touch(line.kind, PRESSES)
  switch (line.kind) {
    case 'first-offer':
    case 'no-next-date':
    case 'declined':
    case 'offer-expired':
    case 'none-suited':
      return offer(world, line, touch)
    case 'bumped-twice':
      // The call, and the date that was agreed on it.
      touch(line.kind)
      return book(world, line)
    case 'offer-unanswered':
      chased.add(line.key)
      return afterReminder(world, line)
    case 'counter':
      return decide(world, line, touch)
    case 'mentor-cannot':
      return moveOn(world, line)
    case 'tentative':
      chased.add(line.key)
      return
    case 'not-logged':
      await house.post(`/sessions/${line.sessionId}/outcome`, { result: 'happened' })
      return
    default:
      await house.post('/today/snoozes', { key: line.key, until: null })
  }
}

async function offer(
  { house, time }: World,
  line: Line,
  touch: (kind: string, count?: number) => void,
): Promise<void> {
  const { status } = await house.post('/offers', { pairingId: line.pairingId })
  if (status < 300) return
  touch(line.kind, PRESSES)
  const until = toWall('Europe/Paris', after(time.now(), 3 * DAY)).day
  await house.post('/today/snoozes', { key: line.key, until })
}

async function book({ house, time }: World, line: Line): Promise<void> {
  const start = await firstSlot(house, line, iso(after(time.now(), 2 * DAY)))
  if (start)
    await house.post('/sessions', { pairingId: line.pairingId, start, reason: 'agreed by telephone' })
}

async function moveOn({ house, time }: World, line: Line): Promise<void> {
  const start = await firstSlot(house, line, iso(after(time.now(), 3 * DAY)))
  if (start) await house.post(`/sessions/${line.sessionId}/time`, { start })
}

async function decide(
  { house }: World,
  line: Line,
  touch: (kind: string, count?: number) => void,
): Promise<void> {
  const path = `/sessions/${line.sessionId}/counters/${line.proposalId}`
  const { status } = await house.post(`${path}/acceptance`, {})
  if (status < 300) return
  touch(line.kind)
  await house.post(`${path}/refusal`, {})
}

/** Most answer a mail that a person wrote. */
function afterReminder({ chance, cast, answers, time, house }: World, { personId }: Line): void {
  const asked = [...cast.everybody.values()].find(({ id }) => id === personId)
  const open = asked ? (answers.get(asked.email) ?? []) : []
  if (!asked || !chance.of(0.8)) return
  const at = atTheDesk(asked.zone, after(time.now(), Math.floor(chance.between(0.2, 4) * HOUR)))
  for (const { k, options } of open)
    time.at(at, () => house.press('/answer', { k, choice: options[0] ?? 'none' }).then(() => undefined))
}

const Slots = z.object({ slots: z.array(z.object({ start: z.string() })) })

async function firstSlot(house: House, { pairingId }: Line, from: string): Promise<string | null> {
  const found = Slots.safeParse(await house.get(`/pairings/${pairingId}/slots?from=${from}&limit=1`))
  return found.success ? (found.data.slots[0]?.start ?? null) : null
}
