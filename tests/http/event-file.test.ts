import { expect, test } from 'vitest'

import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import type { SessionId } from '../../worker/domain/ids.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { link } from '../support/links.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aWorld, have, settingOf, type World } from '../support/world.ts'

test('the event of an invite can be put into a calendar by hand, as the mail had it', async () => {
  const world = await aWorld()
  const { page } = await invited(world)
  const { status, body, headers } = await theFile(world, page)
  expect(status).toBe(200)
  expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=REQUEST')
  expect(headers.get('Content-Disposition')).toBe('inline; filename="invite.ics"')
  expect(neutral(body)).toBe(neutral(await mailed(world)))
  expect(await opened(world, page)).toContain(`href="${fileOf(page)}">Add to my calendar`)
})

test('a file that was taken later leaves an answer as it is', async () => {
  const world = await aWorld()
  const { page, id } = await invited(world)
  await answered(world, id, 'ACCEPTED')
  expect((await theFile(world, page)).body).toContain('PARTSTAT=ACCEPTED')
})

test('what was declined, moved without its mail or is over is no file any more', async () => {
  const world = await aWorld()
  const { page, id } = await invited(world)
  const by = { id: world.nadia.id, door: 'manager' } as const
  const wish = { start: at('2027-03-17T13:00Z'), minutes: null, mentorId: null, reason: null }
  have(await moveSession(world.platform, id, wish, by))
  expect((await theFile(world, page)).status).toBe(404)
  await tick(world.platform)
  expect((await theFile(world, page)).body).toContain('DTSTART:20270317T130000Z')

  await answered(world, id, 'DECLINED')
  expect((await theFile(world, page)).status).toBe(404)
  expect(await opened(world, page)).not.toContain('Add to my calendar')
})

async function invited(world: World) {
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await tick(world.platform)
  return { id: session.id, page: await link(world.platform, 'invite', session, world.bernard) }
}

async function answered({ platform, bernard }: World, id: SessionId, partstat: 'ACCEPTED' | 'DECLINED') {
  have(await answerFor(platform, id, { personId: bernard.id, partstat }, { id: bernard.id, door: 'link' }))
}

function fileOf(page: string): string {
  return page.replace('?', '/calendar?')
}

async function theFile(world: World, page: string) {
  const { status, body, headers } = await (await world.as(null)).get(fileOf(page))
  return { status, headers, body: String(body) }
}

async function opened(world: World, page: string): Promise<string> {
  return String((await (await world.as(null)).get(page)).body)
}

async function mailed({ mails, bernard }: World): Promise<string> {
  const mail = mails.findLast(({ to }) => to === bernard.email)
  return (await decodedMail(mail?.raw ?? '')).calendar ?? ''
}

/** Each link has its own token, and a file is stamped when it is taken. */
function neutral(calendar: string): string {
  return calendar
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]/g, '')
    .replaceAll(/k=[\w-]+/g, 'k=')
    .replaceAll(/(?:DTSTAMP|LAST-MODIFIED|CREATED):\w+/g, '')
}
