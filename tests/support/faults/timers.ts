import { env } from 'cloudflare:workers'

import type { TimerKind } from '../../../worker/domain/clock/timer.ts'
import { TIMERS } from '../../../worker/domain/clock/timer.ts'
import { askForRepairs } from '../../../worker/storage/clock/repairs.ts'
import type { Answer } from '../client.ts'
import type { Things } from '../everything.ts'
import { submitted } from '../forms.ts'
import type { World } from '../world.ts'
import { managerHears } from '../world.ts'

type Arrange = (world: World, things: Things) => Promise<unknown>

const AT = { offered: 'offeredSessionId', fixed: 'sessionId' } as const

/** What makes a timer of each kind due in a world with one thing of each kind, on Monday 15 March 2027 at 9:10Z. */
export const MADE_DUE: Readonly<Record<TimerKind, Arrange>> = {
  'expire-offer': async ({ now }) => now('2027-03-20T12:00Z'),
  bump: async (world, { confirmToken }) => {
    await press(world, '/confirm', { k: confirmToken })
    world.now('2027-03-15T09:25Z')
  },
  'ask-anew': async (world, t) => {
    await env.DB.prepare('UPDATE offers SET asked_id = ? WHERE id = ?').bind(t.mentorId, t.offerId).run()
    await owe(world, t[AT.offered], 'ask-anew')
  },
  'mentor-cannot': async (world, { meetingToken }) => {
    await press(world, '/meeting', { k: meetingToken, say: 'cannot' })
    // An hour before the start: the executive's own proposal goes first until then.
    world.now('2027-03-17T08:10Z')
  },
  'clear-after-leaving': async (world, t) => {
    await env.DB.prepare(
      `UPDATE members SET leaves_on = '2027-03-15', leaving_since = ?, version = version + 1
       WHERE person_id = (SELECT executive_id FROM sessions WHERE id = ?)`,
    )
      .bind(world.platform.now(), t[AT.offered])
      .run()
    await owe(world, t[AT.offered], 'clear-after-leaving')
  },
  're-offer': async (world, { answerToken }) => {
    await press(world, '/answer', { k: answerToken, choice: 'none' })
  },
  'ask-for-outcome': async ({ now }) => now('2027-03-15T09:10Z'),
  'close-unmet': async (world, { meetingToken }) => {
    world.now('2027-03-17T09:01Z')
    await press(world, '/meeting', { k: meetingToken, say: 'waiting' })
    world.now('2027-03-17T09:20Z')
  },
  brief: async ({ now }) => now('2027-03-16T15:05Z'),
  nudge: async (world, t) => {
    const nadia = await world.as(world.nadia)
    accepted(await nadia.patch(`/api/v1/people/${t.executiveId}`, { rules: { nudges: true } }))
    world.now('2027-03-17T10:00Z')
    const mentor = await world.as(world.tom)
    const promised = { result: 'happened', commitment: 'Answer one question' }
    accepted(await mentor.post(`/api/v1/sessions/${t.sessionId}/outcome`, promised))
    const start = '2027-04-06T08:00:00Z'
    const next = { pairingId: t.pairingId, start, reason: 'agreed' }
    accepted(await (await world.as(world.nadia)).post('/api/v1/sessions', next))
    world.now('2027-03-28T12:00Z')
  },
  'open-round': async ({ now }) => now('2027-04-12T12:00Z'),
  digest: async ({ now }) => now('2027-03-16T15:05Z'),
  'morning-mail': async (world) => {
    await managerHears(world.platform, world.northwind, world.nadia, { notify: 'both' })
    world.now('2027-03-16T07:05Z')
  },
  'urgent-mail': async (world, { meetingToken }) => {
    await managerHears(world.platform, world.northwind, world.nadia, { notify: 'both' })
    world.now('2027-03-16T12:00Z')
    await press(world, '/meeting', { k: meetingToken, say: 'cannot' })
  },
  leave: async (world, t) => {
    await (
      await world.as(world.nadia)
    ).post(`/api/v1/people/${t.executiveId}/departure`, { on: '2027-03-15' })
    world.now('2027-03-16T00:05Z')
  },
  erase: async (world, t) => {
    await (await world.as(world.nadia)).post(`/api/v1/people/${t.executiveId}/erasure`)
    await env.DB.prepare("UPDATE outbox SET state = 'sent' WHERE state = 'waiting'").run()
    world.now('2027-03-15T09:15Z')
  },
  'read-feed': async (world, t) => {
    const url = 'https://calendars.example/tom.ics'
    await submitted(await world.as(world.nadia), `/people/${t.mentorId}/busy-feed`, { url })
    world.now('2027-03-15T09:45Z')
  },
  'finish-closing': async (world, t) => {
    await env.DB.prepare("UPDATE programmes SET status = 'closing', version = version + 1 WHERE id = ?")
      .bind(t.programmeId)
      .run()
    await owe(world, t.programmeId, 'finish-closing')
  },
  purge: async (world, t) => {
    const closed = { cancelFixed: true }
    await (await world.as(world.nadia)).post(`/api/v1/programmes/${t.programmeId}/closure`, closed)
    const purgeOn = await env.DB.prepare('SELECT purge_on FROM programmes WHERE id = ?')
      .bind(t.programmeId)
      .first<string>('purge_on')
    world.now(`${purgeOn}T02:05Z`)
  },
  're-arm': async (world, t) => {
    await (
      await world.as(world.nadia)
    ).patch(`/api/v1/programmes/${t.programmeId}`, { policy: { cadence: 14 } })
  },
  repair: async ({ platform }) => askForRepairs(platform.db, platform.now()),
}

/** What the clock owes for it now, whatever it owed before. */
async function owe({ platform }: World, subject: string, kind: TimerKind): Promise<void> {
  await env.DB.prepare('INSERT OR IGNORE INTO timers (subject, kind, lane, due_at) VALUES (?, ?, ?, ?)')
    .bind(subject, kind, TIMERS[kind].lane, platform.now())
    .run()
}

function accepted({ status, body }: Answer): void {
  if (status >= 400) throw new Error(`refused: ${status} ${JSON.stringify(body)}`)
}

async function press(world: World, path: string, fields: Readonly<Record<string, string>>) {
  accepted(await submitted(await world.as(null), path, fields))
}
