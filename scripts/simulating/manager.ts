import * as z from 'zod/mini'

import { after, DAY, HOUR, iso } from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'
import { pickOne, type World } from './people.ts'
import type { ServerClient } from './server-client.ts'
import { inWorkingHours } from './timeline.ts'

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
  /** How often the manager pressed or wrote, by kind of line. */
  readonly touches: ReadonlyMap<string, number>
  /** The manager works through every line of Today, once. */
  readonly morning: (lines: readonly Line[]) => Promise<void>
}

export async function linesOf(server: ServerClient, programmeId: string): Promise<readonly Line[]> {
  return Today.parse(await server.get(`/today?programme=${programmeId}`)).items
}

export function managerIn(world: World): Manager {
  const touches = new Map<string, number>()
  /** Each line is chased once; the answer comes on another morning. */
  const chased = new Set<string>()
  const touch = (kind: string, count = 1) => void touches.set(kind, (touches.get(kind) ?? 0) + count)
  return {
    touches,
    morning: async (lines) => {
      for (const line of lines) if (!chased.has(line.key)) await settle(world, line, touch, chased)
    },
  }
}

/** A line of Today costs two: one to open its subject, one to act on it. */
const PRESSES = 2

async function settle(
  world: World,
  line: Line,
  touch: (kind: string, count?: number) => void,
  chased: Set<string>,
): Promise<void> {
  const { server } = world
  touch(line.kind, PRESSES)
  switch (line.kind) {
    case 'first-offer':
    case 'no-next-date':
    case 'declined':
    case 'offer-expired':
    case 'none-suited':
      return offer(world, line, touch)
    case 'bumped-twice':
      // A phone call, and booking the date agreed in it.
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
      await server.post(`/sessions/${line.sessionId}/outcome`, { result: 'happened' })
      return
    default:
      await server.post('/today/snoozes', { key: line.key, until: null })
  }
}

async function offer(
  { server, time }: World,
  line: Line,
  touch: (kind: string, count?: number) => void,
): Promise<void> {
  const { status } = await server.post('/offers', { pairingId: line.pairingId })
  if (status < 300) return
  touch(line.kind, PRESSES)
  const until = toWall('Europe/Paris', after(time.now(), 3 * DAY)).day
  await server.post('/today/snoozes', { key: line.key, until })
}

async function book({ server, time }: World, line: Line): Promise<void> {
  const start = await firstSlot(server, line, iso(after(time.now(), 2 * DAY)))
  if (start)
    await server.post('/sessions', { pairingId: line.pairingId, start, reason: 'agreed by telephone' })
}

async function moveOn({ server, time }: World, line: Line): Promise<void> {
  const start = await firstSlot(server, line, iso(after(time.now(), 3 * DAY)))
  if (start) await server.post(`/sessions/${line.sessionId}/time`, { start })
}

async function decide(
  { server }: World,
  line: Line,
  touch: (kind: string, count?: number) => void,
): Promise<void> {
  const path = `/sessions/${line.sessionId}/counters/${line.proposalId}`
  const { status } = await server.post(`${path}/acceptance`, {})
  if (status < 300) return
  touch(line.kind)
  await server.post(`${path}/refusal`, {})
}

/** Most people answer a mail that a person wrote. */
function afterReminder({ chance, cast, answers, time, server }: World, { personId }: Line): void {
  const asked = [...cast.everybody.values()].find(({ id }) => id === personId)
  const open = asked ? (answers.get(asked.email) ?? []) : []
  if (!asked || !chance.of(0.8)) return
  const at = inWorkingHours(asked.zone, after(time.now(), Math.floor(chance.between(0.2, 4) * HOUR)))
  for (const { k, options } of open)
    time.at(at, () => pickOne(server, k, options.length > 0 ? options : ['none']))
}

const Slots = z.object({ slots: z.array(z.object({ start: z.string() })) })

async function firstSlot(server: ServerClient, { pairingId }: Line, from: string): Promise<string | null> {
  const found = Slots.safeParse(await server.get(`/pairings/${pairingId}/slots?from=${from}&limit=1`))
  return found.success ? (found.data.slots[0]?.start ?? null) : null
}
